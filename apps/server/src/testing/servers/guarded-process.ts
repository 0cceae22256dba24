import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

export type Identity = { uid: number; gid: number };

/**
 * A shell stands between us and the server: when our end of its stdin closes, for whatever reason (a crash and kill -9
 * included), it ends the server and removes the folder.
 */
const GUARD = `
folder=$1; shift
"$@" </dev/null &
server=$!
read -r _
kill -INT $server 2>/dev/null
wait $server
rm -rf "$folder"
`;

export class GuardedProcess {
  private output = '';

  private constructor(private readonly guard: ChildProcess) {
    const keep = (chunk: Buffer) => {
      this.output = (this.output + chunk.toString()).slice(-4_000);
    };
    guard.stdout?.on('data', keep);
    guard.stderr?.on('data', keep);
    // The guard alone must not keep a finished test run alive.
    guard.unref();
    for (const pipe of [guard.stdin, guard.stdout, guard.stderr]) (pipe as { unref?: () => void } | null)?.unref?.();
  }

  /** @param folder the server's own, removed with it; @param identity whom to run as, ourselves unless told */
  static start(folder: string, command: string[], identity?: Identity): GuardedProcess {
    const args = ['-c', GUARD, 'guard', folder, ...command];
    // A group of its own, so that a Ctrl-C ends the tests first and the servers after them.
    return new GuardedProcess(spawn('sh', args, { cwd: folder, detached: true, stdio: 'pipe', ...identity }));
  }

  /** What the server said last. */
  get words(): string {
    return this.output.trim();
  }

  async stop(): Promise<void> {
    if (this.guard.exitCode !== null) return;
    const ended = once(this.guard, 'close');
    this.guard.ref();
    this.guard.stdin?.end();
    await ended;
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
