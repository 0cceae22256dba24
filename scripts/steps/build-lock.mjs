import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isWritable, STAMPS } from './folders.mjs';
import { Refusal } from './refusal.mjs';

const POLL_MS = 50;
const PATIENCE_MS = 5 * 60_000;

/**
 * Runs `work` while no other process of this clone builds. The lock holds the builder's process id; one whose process
 * is gone is taken over. A user who may not write here can only run what is built already: no lock, and whatever
 * would have to be written refuses.
 *
 * @throws {Refusal} when another build runs for more than five minutes
 */
export async function buildLock(work) {
  if (!canRemember()) return work();
  const lock = join(STAMPS, 'building');
  const until = Date.now() + PATIENCE_MS;
  while (!take(lock)) {
    if (Date.now() > until) {
      throw new Refusal(`Another build of this clone does not end; stop it, or remove ${lock}.`);
    }
    await wait(POLL_MS);
  }
  const release = () => rmSync(lock, { force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function canRemember() {
  try {
    mkdirSync(STAMPS, { recursive: true });
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
  }
  return isWritable(STAMPS);
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!isAlive(holderOf(lock))) rmSync(lock, { force: true });
  return false;
}

function holderOf(lock) {
  try {
    // Empty for the instant between creation and writing: nobody's id, but somebody's lock.
    return Number(readFileSync(lock, 'utf8')) || process.pid;
  } catch {
    return process.pid;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
