import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Autosave, type SaveState } from './autosave';

class Stale extends Error {}
let sent: [string, number][];
let states: SaveState[];
let answer: () => Promise<void>;
const autosave = () =>
  new Autosave<string>({
    saved: 'a',
    version: 1,
    send: async (value, version) => {
      sent.push([value, version]);
      await answer();
      return version + 1;
    },
    isStale: (error) => error instanceof Stale,
    onState: (state) => states.push(state),
  });

beforeEach(() => {
  vi.useFakeTimers();
  [sent, states, answer] = [[], [], async () => {}];
});
afterEach(() => vi.useRealTimers());

describe('saving by itself', () => {
  it('waits for a pause, and sends the newest once', async () => {
    const saves = autosave();
    for (const value of ['b', 'c', 'd']) saves.change(value);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([sent, saves.version, saves.isSaved]).toEqual([[['d', 1]], 2, true]);
    expect(states.at(-1)).toBe('saved');
  });

  it('sends nothing for what was undone before it was sent', async () => {
    const saves = autosave();
    saves.change('b');
    saves.change('a');
    await vi.advanceTimersByTimeAsync(10_000);
    expect([sent, states]).toEqual([[], ['waiting', 'saved']]);
  });

  it('writes one at a time, each with the version that the one before it got', async () => {
    const saves = autosave();
    let release = () => {};
    answer = () => new Promise((resolve) => (release = resolve));
    saves.change('b');
    const flushed = saves.flush();
    saves.change('c');
    expect(sent).toEqual([['b', 1]]);
    answer = async () => {};
    release();
    expect(await flushed).toBe(true);
    expect(sent).toEqual([
      ['b', 1],
      ['c', 2],
    ]);
  });

  it('says so when it fails, and tries again with the next change', async () => {
    const saves = autosave();
    answer = () => Promise.reject(new Error('gone'));
    saves.change('b');
    expect(await saves.flush()).toBe(false);
    expect(states.at(-1)).toBe('failed');
    answer = async () => {};
    saves.change('c');
    expect(await saves.flush()).toBe(true);
    expect(sent).toEqual([
      ['b', 1],
      ['c', 1],
    ]);
  });

  it('stops at a stale write until it is told whose version counts', async () => {
    const saves = autosave();
    answer = () => Promise.reject(new Stale());
    saves.change('b');
    await saves.flush();
    saves.change('c');
    await vi.advanceTimersByTimeAsync(10_000);
    expect([states.at(-1), sent.length]).toEqual(['stale', 1]);
    answer = async () => {};
    saves.adopt(5);
    await vi.advanceTimersByTimeAsync(0);
    expect([sent.at(-1), saves.version]).toEqual([['c', 5], 6]);
    saves.adopt(9, 'theirs');
    expect([saves.isSaved, saves.version]).toEqual([true, 9]);
  });
});
