import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import next from 'next';
import { StartupError } from './kernel/startup-error.js';

const WEB = join(dirname(fileURLToPath(import.meta.url)), '../../web');
/** What the gateway answers itself; all else is a page. */
const OURS = /^\/(api|graphql|socket\.io|metrics|\.well-known)(\/|\?|$)/;

/**
 * Serves the pages of apps/web from this process and port: whatever is not the gateway's goes to Next.
 * @throws StartupError when the pages are not built
 */
export async function serveWeb(server: FastifyInstance): Promise<() => Promise<void>> {
  if (!existsSync(join(WEB, '.next/BUILD_ID'))) {
    throw new StartupError('The pages are not built; run npm start, which builds them, or npm run build.');
  }
  const app = next({ dev: false, dir: WEB, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  server.addHook('onRequest', async (request, reply) => {
    if (OURS.test(request.url)) return;
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value);
    await handle(request.raw, reply.raw);
  });
  return () => app.close();
}
