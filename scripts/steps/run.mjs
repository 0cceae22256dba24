import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** A program that ended with another code than 0; `output` holds its last lines. */
export class ProgramFailed extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}`);
    this.output = output;
  }
}

/**
 * Runs a program in silence.
 *
 * @param {{ keptLines?: number }} options and those of `spawn`
 * @returns {Promise<string>} its last lines, stdout and stderr together
 * @throws {ProgramFailed}
 */
export function runQuietly(command, args, { keptLines = 40, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).split('\n').slice(-keptLines).join('\n');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code, signal) =>
      code === 0 ? resolve(output) : reject(new ProgramFailed(command, code ?? signal, output.trim())),
    );
  });
}

/**
 * Runs a program on this terminal, hands it the signals that reach us, and waits for its end. A Ctrl-C reaches the
 * whole foreground group by itself; handing it on would make two.
 *
 * @returns {Promise<number>} its exit code; 128 + the signal's number when a signal ended it
 */
export function runInFront(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const forward = (signal) => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal));
    for (const signal of signals) process.on(signal, forward);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
