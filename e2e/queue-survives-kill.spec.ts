import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { camps, groups, identity, matching, type Policy, type QueueSettings, queue } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Script } from './harness/script.js';
import { RunningApp } from './harness/server.js';

/** How long students arrive while the server dies again and again; the full measure is 120. */
const SECONDS = Number(process.env.QUEUE_KILL_SECONDS ?? 20);
const [EARLIEST_KILL_MS, LATEST_KILL_MS] = [150, 5_000];
/** Students who press the button at the same time. */
const LANES = 4;
const STUDENTS = Math.ceil(SECONDS * 1.5);

const POLICY: Policy = {
  groupSize: { min: 3, max: 3 },
  criteria: [
    { kind: 'overlap', columns: 'Free [*]', minBlocks: 2, hard: true },
    { kind: 'balance', column: 'Score' },
  ],
};
const SETTINGS: QueueSettings = {
  mode: 'continuous',
  gatherMinutes: 0,
  steps: [{ afterMinutes: 1, ease: [{ criterion: 0, drop: true }] }],
  acceptMinutes: null,
  expireMinutes: 600,
};

describe('kill -9 of the server under a queue', () => {
  const data = mkdtempSync(join(tmpdir(), 'tailcamp-queue-kill-'));
  let app: RunningApp;
  let script: Script;
  let token: string;
  let campId: string;
  let memberIds: string[];
  let kills = 0;

  beforeAll(async () => {
    await restart();
    const session = await new Script(app.url).call(identity.setUp, {
      name: 'Grace Okoro',
      email: 'grace@example.org',
      password: 'a long walk to the lake',
      transport: 'bearer',
    });
    token = session.accessToken ?? '';
    script = new Script(app.url, token);
    campId = (await script.call(camps.create, { name: 'Night shift', timeZone: 'Europe/Lisbon' })).id;
    const { id: importId } = await script.call(camps.readImport, {
      campId,
      fileName: 'class.csv',
      content: survey(),
    });
    await script.call(camps.applyImport, { campId, importId });
    await until(async () => (await script.call(camps.getImport, { campId, importId })).state === 'applied');
    memberIds = await everybody();
    await script.call(matching.savePolicy, { campId, policy: POLICY, version: 0 });
    await script.call(queue.save, { campId, settings: SETTINGS, version: 0 });
  });
  afterAll(async () => {
    await app?.kill();
    rmSync(data, { recursive: true, force: true });
  });

  async function restart(): Promise<void> {
    app = await RunningApp.start({ data, flags: ['--no-demo'], env: { RATE_READ: '100000', RATE_WRITE: '100000' } });
    script = new Script(app.url, token);
  }

  async function everybody(): Promise<string[]> {
    const first = await script.call(camps.members, { campId, role: 'student', limit: 200 });
    const rest = first.next
      ? await script.call(camps.members, { campId, role: 'student', limit: 200, cursor: first.next })
      : { items: [] };
    return [...first.items, ...rest.items].map(({ id }) => id);
  }

  /** Whose joining was acknowledged, and since when each was said to wait. */
  const joined = new Set<string>();
  const waitingSince = new Map<string, string>();

  /** Students come one after another; who had no answer comes again, as a person would press the button again. */
  async function arrive(lane: readonly string[], over: () => boolean): Promise<void> {
    for (const memberId of lane) {
      while (!over() && !joined.has(memberId)) {
        try {
          const seen = await script.call(queue.place, { campId, memberId, to: 'queue' });
          const own = seen.tickets.find((ticket) => ticket.memberId === memberId);
          if (own) waitingSince.set(memberId, own.joinedAt);
          joined.add(memberId);
        } catch (error) {
          // Placed by a request whose answer was lost with the server.
          if (/already/.test(String(error))) joined.add(memberId);
          else await pause(50);
        }
      }
    }
  }

  it(
    `loses no student, places none twice and keeps their waiting time, for ${SECONDS} s of arrivals`,
    async () => {
      const end = Date.now() + SECONDS * 1000;
      const over = () => Date.now() >= end;
      const laneOf = (lane: number) => memberIds.filter((_, at) => at % LANES === lane);
      const arrivals = Promise.all(Array.from({ length: LANES }, (_, lane) => arrive(laneOf(lane), over)));
      while (!over()) {
        await pause(EARLIEST_KILL_MS + Math.random() * (LATEST_KILL_MS - EARLIEST_KILL_MS));
        await app.kill();
        kills += 1;
        await restart();
        await keptTheirTime();
      }
      await arrivals;
      await until(async () => (await script.call(queue.get, { campId })).tickets.length < 3);

      const formed = await script.call(groups.list, { campId, limit: 200 });
      const placed = formed.items.flatMap(({ members }) => members.map(({ memberId }) => memberId));
      expect(new Set(placed).size).toBe(placed.length);
      for (const { members } of formed.items) expect(members).toHaveLength(3);
      const waiting = (await script.call(queue.get, { campId })).tickets.map(({ memberId }) => memberId);
      for (const memberId of joined) {
        expect(placed.includes(memberId) !== waiting.includes(memberId), memberId).toBe(true);
      }
      expect(kills).toBeGreaterThan(1);
      expect(placed.length).toBeGreaterThan(3);
      console.log(
        `queue under kill -9: ${kills} kills in ${SECONDS} s, ${joined.size} students joined, ` +
          `${placed.length} students in ${formed.items.length} groups, ${waiting.length} waiting`,
      );
    },
    (SECONDS + 120) * 1000,
  );

  /** Who still waits after a death waits since the moment that was acknowledged before it. */
  async function keptTheirTime(): Promise<void> {
    for (const { memberId, joinedAt } of (await script.call(queue.get, { campId })).tickets) {
      const said = waitingSince.get(memberId);
      if (said !== undefined) expect(joinedAt).toBe(said);
    }
  }

  /** Two halves that share no two hours, so that tickets wait for each other. */
  function survey(): string {
    const rows = Array.from({ length: STUDENTS }, (_, n) => {
      const free = n % 2 === 0 ? '9AM;10AM;11AM' : '2PM;3PM;4PM';
      return `Person ${n},person${n}@example.org,${(n * 7) % 100},${free}`;
    });
    return ['Name,Email,Score,Free [Monday]', ...rows, ''].join('\n');
  }
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline) {
    if (await condition()) return;
    await pause(100);
  }
  throw new Error('Waited a minute and a half in vain');
}
