import { createServer } from 'node:net';
import { join } from 'node:path';
import { closePlatform, openPlatform } from './adapters.js';
import { appOn } from './app.module.js';
import type { Config } from './config.js';
import { seedDemo } from './demo/seed-demo.js';
import { Readiness } from './gateway/health/readiness.js';
import { createHttpApp } from './gateway/http.js';
import { Operator } from './gateway/operator/operator.js';
import { OperatorSocket } from './gateway/operator/operator-socket.js';
import { StartupError } from './kernel/startup-error.js';
import { BringContent } from './modules/assessment/index.js';
import { BringLessons } from './modules/curriculum/index.js';
import { ensureDataDirectory, operatorSocket } from './platform/data-directory.js';
import { createLogger } from './platform/telemetry/index.js';
import { answerPages, openPages } from './web.js';

export interface RunningServer {
  url: string;
  stop(): Promise<void>;
}

/** How long jobs may go on after the signal to stop, in milliseconds. */
const GRACE = 8_000;

/**
 * Starts one process of TailCamp in its role.
 * @param say told each phase, then the ready line and the one-time links
 * @throws StartupError with one sentence that says what to do
 */
export async function startServer(config: Config, say: (line: string) => void): Promise<RunningServer> {
  await refuseUnsafeHost(config);
  const embedded = config.DATABASE_URL === undefined;
  const logFile = config.LOG_FILE ?? (embedded ? join(config.data, 'tailcamp.log') : undefined);
  if (embedded) ensureDataDirectory(config.data);
  const log = createLogger(config.LOG_LEVEL, logFile);
  say(embedded ? `Opening the embedded database in ${config.data} …` : 'Opening the database …');
  const platform = await openPlatform(config, log);
  const serves = {
    pages: config.role === 'all' || config.role === 'web',
    jobs: config.role === 'all' || config.role === 'worker',
  };
  if (serves.pages) say('Starting the pages …');
  const web = serves.pages ? await openPages() : undefined;
  const { nest } = await createHttpApp(appOn(platform, config), config, log, web?.pages);
  await nest.init();
  await platform.outbox.start();
  if (serves.jobs) await platform.queue.start(config.JOB_CONCURRENCY);
  await nest.get(BringContent).run();
  await nest.get(BringLessons).run();
  const links = embedded && config.demo ? await seedDemo(nest) : [];
  await listen(nest, config);
  answerPages(await nest.getUrl());
  const commands = embedded ? await OperatorSocket.listen(operatorSocket(config.data), nest.get(Operator)) : undefined;
  nest.get(Readiness).started();

  const url = config.PUBLIC_URL ?? (await nest.getUrl()).replace('[::1]', 'localhost');
  say(`TailCamp is ready on ${url}`);
  for (const { who, token } of links) say(`  ${who.padEnd(10)}  ${url}/link#${token}`);
  if (logFile !== undefined) say(`Logs go to ${logFile}. Stop with Ctrl-C.`);

  return {
    url,
    async stop() {
      nest.get(Readiness).stopping();
      await commands?.close();
      await platform.queue.stop(GRACE);
      await nest.close();
      await web?.close();
      await closePlatform(platform);
    },
  };
}

/** Sign-in cookies in the clear must not leave the machine by accident. */
async function refuseUnsafeHost({ host, port, ALLOW_INSECURE_HTTP }: Config): Promise<void> {
  if (!['127.0.0.1', '::1', 'localhost'].includes(host) && !ALLOW_INSECURE_HTTP) {
    throw new StartupError(
      `Plain http is served on this machine only; put a TLS proxy before it, or set ALLOW_INSECURE_HTTP=true to listen on ${host}.`,
    );
  }
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(cannotListen(error, host, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

async function listen(
  nest: { listen(port: number, host: string): Promise<unknown> },
  { host, port }: Config,
): Promise<void> {
  try {
    await nest.listen(port, host);
  } catch (error) {
    throw cannotListen(error as Error, host, port);
  }
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): StartupError {
  if (error.code === 'EADDRINUSE') {
    return new StartupError(`Port ${port} is taken; stop what uses it, or give another with --port.`, { cause: error });
  }
  if (error.code === 'EACCES') {
    return new StartupError(`Port ${port} may not be used by this user; give one above 1024 with --port.`, {
      cause: error,
    });
  }
  return new StartupError(`Cannot listen on ${host}:${port} (${error.message}); give another with --host or --port.`, {
    cause: error,
  });
}
