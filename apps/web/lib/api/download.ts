import type { EndpointName, Input } from './names';
import { isCode } from './problem';

/** The endpoints that answer a file. */
export type FileName = Extract<EndpointName, `${string}.export${'' | 'Csv' | 'Yaml'}`>;

/**
 * Fetches a file with the browser's session, renewed once where it has ended, and has the browser save it under the name
 * that the server gave it.
 * @throws ApiError with the server's problem; `unavailable` where no answer came.
 */
export async function download<N extends FileName>(name: N, input: Input<N>): Promise<void> {
  const [{ sendForFile }, { renewSession }] = await Promise.all([import('./send'), import('./index')]);
  const file = await sendForFile(name, input).catch(async (error: unknown) => {
    if (!isCode(error, 'session_ended', 'not_signed_in') || !(await renewSession())) throw error;
    return sendForFile(name, input);
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file.content);
  link.download = file.fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
