import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageHandler } from './gateway/http/pages.js';
import { StartupError } from './kernel/startup-error.js';

/** Next is CommonJS whose types say otherwise, so it is required rather than imported. */
const next = createRequire(import.meta.url)('next') as typeof import('next').default;
const WEB = join(dirname(fileURLToPath(import.meta.url)), '../../web');

/**
 * The pages of apps/web, served from this process and its port.
 * @throws StartupError when they are not built
 */
export async function openPages(): Promise<{ pages: PageHandler; close: () => Promise<void> }> {
  if (!existsSync(join(WEB, '.next/BUILD_ID'))) {
    throw new StartupError('The pages are not built; run npm start, which builds them, or npm run build.');
  }
  const app = next({ dev: false, dir: WEB, quiet: true });
  await app.prepare();
  const answer = app.getRequestHandler();
  return { pages: (request, response) => answer(request, response), close: () => app.close() };
}

/** Tells the pages, which run in this process, where the API that they render from answers. */
export function answerPages(origin: string): void {
  Object.assign(globalThis, {
    tailcampApiOrigin: origin.replace('[::1]', 'localhost').replace('0.0.0.0', '127.0.0.1'),
  });
}
