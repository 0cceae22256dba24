import { request } from 'node:http';
import type { Problem } from '@tailcamp/contracts';
import { InputError, type Operated } from './commands/command.js';
import { type Config, ConfigError, readConfig } from './config.js';
import { StartupError } from './kernel/startup-error.js';
import { operatorSocket } from './platform/data-directory.js';

/**
 * The server that holds the data directory, by its socket; where nobody holds it, the application in this process.
 * @param data the directory
 * @throws {StartupError} when the database can be reached in neither way
 */
export async function operate(data: string, say: (line: string) => void): Promise<Operated> {
  const config = configOf(data);
  const socket = operatorSocket(config.data);
  if (config.DATABASE_URL === undefined && (await answers(socket))) {
    return { run: (name, input) => ask(socket, name, input), close: async () => {} };
  }
  return inThisProcess(config, say);
}

function configOf(data: string): Config {
  try {
    return readConfig({ data, role: 'api' });
  } catch (error) {
    if (error instanceof ConfigError) throw new StartupError(error.message, { cause: error });
    throw error;
  }
}

/** Whether a server listens; a socket may be left of one that was killed. */
function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ socketPath, path: '/', method: 'HEAD' }, (response) => {
      response.resume();
      resolve(true);
    });
    asked.once('error', () => resolve(false));
    asked.end();
  });
}

function ask<T>(socketPath: string, name: string, input: object): Promise<T> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const asked = request({ socketPath, path: `/${name}`, method: 'POST', headers }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      const body = JSON.parse(Buffer.concat(parts).toString('utf8'));
      if (response.statusCode === 200) resolve(body as T);
      else reject(refusal(body as Problem));
    });
    asked.once('error', reject);
    asked.end(JSON.stringify(input));
  });
}

async function inThisProcess(config: Config, say: (line: string) => void): Promise<Operated> {
  await import('reflect-metadata');
  const [
    { NestFactory },
    { openPlatform, closePlatform },
    { appOn },
    { Operator },
    problems,
    { BringContent },
    telemetry,
  ] = await Promise.all([
    import('@nestjs/core'),
    import('./adapters.js'),
    import('./app.module.js'),
    import('./gateway/operator/operator.js'),
    import('./gateway/problem.js'),
    import('./modules/assessment/index.js'),
    import('./platform/telemetry/index.js'),
  ]);
  say(config.DATABASE_URL === undefined ? `Opening the database in ${config.data} …` : 'Opening the database …');
  const platform = await openPlatform(config, telemetry.createLogger('silent'));
  const nest = await NestFactory.createApplicationContext(appOn(platform, config), { logger: false });
  await nest.get(BringContent).run();
  const operator = nest.get(Operator);
  return {
    async run<T>(name: string, input: object): Promise<T> {
      try {
        return (await operator.run(name, input)) as T;
      } catch (error) {
        const told = problems.toAppError(error);
        throw told.code === 'internal' ? error : refusal(problems.problemOf(told));
      }
    },
    async close() {
      await nest.close();
      await closePlatform(platform);
    },
  };
}

/** Bad input is told by its fields, a line each; that something is down is no fault of the input. */
function refusal({ title, status, detail, fields = [] }: Problem): Error {
  const lines = fields.map(({ field, message }) => `${field}: ${message}`);
  const whole = [detail ?? title, ...(lines.length > 1 || detail === undefined ? lines : [])].join('\n');
  return status >= 500 ? new Error(whole) : new InputError(whole);
}
