import type { EndpointName, Input, Output } from './names';
import { isCode } from './problem';

/** The endpoints that answer with events as they come. */
export type LiveName = Extract<EndpointName, `${string}.live`>;

/**
 * Hears the events of an endpoint, each as the contract declares it, with the browser's session, renewed once where it has
 * ended. Resolves at their end.
 * @throws ApiError with the server's problem; `unavailable` where no answer came or it broke off
 */
export async function listen<N extends LiveName>(
  name: N,
  input: Input<N>,
  onEvent: (event: Output<N>) => void,
  signal: AbortSignal,
): Promise<void> {
  const [{ sendForEvents }, { renewSession }] = await Promise.all([import('./send'), import('./index')]);
  try {
    await sendForEvents(name, input, onEvent, signal);
  } catch (error) {
    if (!isCode(error, 'session_ended', 'not_signed_in') || !(await renewSession())) throw error;
    await sendForEvents(name, input, onEvent, signal);
  }
}
