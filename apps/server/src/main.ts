import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { ConfigError, type Flags, readConfig } from './config.js';
import { StartupError } from './kernel/startup-error.js';
import { startServer } from './server.js';

/** Milliseconds after which a stop that hangs is cut off; supervisors kill after 30 s. */
const DEADLINE = 20_000;

/** Reads the command line, starts the server and stops it on a signal. Every failure to start is one sentence. */
async function main(): Promise<void> {
  const server = await startServer(readConfig(flags()), (line) => process.stdout.write(`${line}\n`));
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), DEADLINE).unref();
    await server.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function flags(): Flags {
  try {
    const { values } = parseArgs({
      options: {
        role: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        'no-demo': { type: 'boolean' },
      },
    });
    const { 'no-demo': noDemo, ...rest } = values;
    return { ...rest, ...(noDemo ? { demo: false } : {}) } as Flags;
  } catch (error) {
    throw new ConfigError((error as Error).message);
  }
}

main().catch((error: unknown) => {
  const expected = error instanceof StartupError || error instanceof ConfigError;
  process.stderr.write(expected ? `${error.message}\n` : `${(error as Error).stack}\n`);
  process.exit(error instanceof ConfigError ? 2 : 1);
});
