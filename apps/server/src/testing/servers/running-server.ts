import { setTimeout as pause } from 'node:timers/promises';
import type { GuardedProcess } from './guarded-process.js';

/** A server of our own on a free port of 127.0.0.1, in a temporary folder. */
export type RunningServer = { url: string /** also removes its folder */; stop(): Promise<void> };

const POLL_MS = 20;
const DEADLINE_MS = 15_000;

/** @throws with the server's own words when it does not answer in time, within 15 s unless told */
export async function untilItAnswers(
  server: GuardedProcess,
  ask: () => Promise<unknown>,
  deadlineMs = DEADLINE_MS,
): Promise<void> {
  const until = Date.now() + deadlineMs;
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (Date.now() > until) {
        await server.stop();
        throw new Error(`The server does not answer. ${server.words}`, { cause: error });
      }
      await pause(POLL_MS);
    }
  }
}
