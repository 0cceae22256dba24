import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../apps/server/dist/main.js', import.meta.url));
const READY = /TailCamp is ready on (http:\S+)/;
const LINK = /^\s+(\S+)\s+(http:\S+\/link#\S+)/;
const DEADLINE_MS = 60_000;

export type StartOptions = {
  /** Flags besides --port and --data, as in ['--no-demo'] */
  flags?: string[];
  env?: Record<string, string>;
  /** A data directory that outlives the server; one of its own, removed with it, unless told. */
  data?: string;
};

/** The built server in a process of its own, as a stranger would start it. */
export class RunningApp {
  private constructor(
    private readonly child: ChildProcess,
    readonly data: string,
    private readonly removesData: boolean,
    /** http://127.0.0.1:port */
    readonly url: string,
    private readonly links: ReadonlyMap<string, string>,
    private readonly output: string[],
  ) {}

  /** @throws with what the server printed when it is not ready within a minute */
  static async start({ flags = [], env = {}, data }: StartOptions = {}): Promise<RunningApp> {
    const folder = data ?? mkdtempSync(join(tmpdir(), 'tailcamp-e2e-'));
    const child = spawn(process.execPath, [MAIN, '--port', '0', '--data', folder, ...flags], {
      env: { ...process.env, CI: '', DATABASE_URL: '', REDIS_URL: '', LOG_LEVEL: 'warn', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const end = () => child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
    const output: string[] = [];
    createInterface({ input: child.stderr! }).on('line', (line) => output.push(line));
    try {
      const { url, links } = await untilReady(child, output);
      return new RunningApp(child, folder, data === undefined, url, links, output);
    } catch (error) {
      end();
      if (data === undefined) rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** The one-time sign-in link that the start printed for a person of the demo, as in `linkFor('instructor')`. */
  linkFor(who: string): string {
    const link = this.links.get(who);
    if (!link) throw new Error(`The start printed no link for ${who}, only for ${[...this.links.keys()].join(', ')}`);
    return link;
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Everything that it printed, to be shown when a journey fails. */
  get words(): string {
    return this.output.join('\n');
  }

  /** As a supervisor would: SIGTERM, then its exit code. */
  async stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** As a power failure would; the data directory stays when it was given. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill(signal);
      await ended;
    }
    if (this.removesData) rmSync(this.data, { recursive: true, force: true });
    return this.child.exitCode;
  }
}

/**
 * Reads stdout to the end of the start. The links may stand before or after the ready line; the start is over when a
 * line that is neither follows, or nothing more comes for a moment.
 */
function untilReady(child: ChildProcess, output: string[]): Promise<{ url: string; links: Map<string, string> }> {
  return new Promise((resolve, reject) => {
    const links = new Map<string, string>();
    let settled: NodeJS.Timeout | undefined;
    const fail = (why: string) => reject(new Error(`The server ${why}. It said:\n${output.join('\n')}`));
    const deadline = setTimeout(() => fail('was not ready within a minute'), DEADLINE_MS);
    child.once('exit', (code) => {
      clearTimeout(deadline);
      fail(`ended with ${code}`);
    });
    let url: string | undefined;
    createInterface({ input: child.stdout! }).on('line', (line) => {
      output.push(line);
      url ??= READY.exec(line)?.[1];
      const [, who, link] = LINK.exec(line) ?? [];
      if (who && link) links.set(who, link);
      if (!url) return;
      const ready = { url, links };
      clearTimeout(deadline);
      clearTimeout(settled);
      settled = setTimeout(() => resolve(ready), QUIET_MS);
    });
  });
}

const QUIET_MS = 100;
