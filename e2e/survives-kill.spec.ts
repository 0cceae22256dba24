import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Camp, camps, identity, matching } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Script } from './harness/script.js';
import { RunningApp } from './harness/server.js';

/** Moments of death in milliseconds after the job was acknowledged: spread over the job, others at each run. */
const moments = (count: number, latest: number) =>
  Array.from({ length: count }, (_, at) => Math.round(((at + Math.random()) / count) * latest));
const KILLS = 5;

describe('kill -9 of the server', () => {
  const data = mkdtempSync(join(tmpdir(), 'tailcamp-kill-'));
  let app: RunningApp;
  let script: Script;
  let token: string;
  let camp: Camp;

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
    camp = await script.call(camps.create, { name: 'Night shift', timeZone: 'Europe/Lisbon' });
  });
  afterAll(async () => {
    await app?.kill();
    rmSync(data, { recursive: true, force: true });
  });

  async function restart(): Promise<void> {
    app = await RunningApp.start({ data, flags: ['--no-demo'] });
    script = new Script(app.url, token);
  }

  async function dieAfter(milliseconds: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await app.kill();
    await restart();
  }

  it.each(moments(KILLS, 250))('keeps an import whole when it dies %i ms into it', async (moment) => {
    const before = await script.call(camps.members, { campId: camp.id, role: 'student', limit: 1 });
    const renamed = await script.call(camps.change, {
      campId: camp.id,
      name: `Night shift ${moment}`,
      version: camp.version,
    });
    camp = renamed;
    const read = await script.call(camps.readImport, {
      campId: camp.id,
      fileName: 'class.csv',
      content: survey(before.total, 60),
    });
    expect(read.added).toBe(60);
    await script.call(camps.applyImport, { campId: camp.id, importId: read.id });

    await dieAfter(moment);

    await until(
      async () => (await script.call(camps.getImport, { campId: camp.id, importId: read.id })).state === 'applied',
    );
    const after = await script.call(camps.members, { campId: camp.id, role: 'student', limit: 1 });
    expect(after.total).toBe(before.total + 60);
    expect((await script.call(camps.get, { campId: camp.id })).name).toBe(`Night shift ${moment}`);
  });

  it.each(moments(KILLS, 1_200))(
    'finishes a match, with the same answer, when it dies %i ms into it',
    async (moment) => {
      const run = await script.call(matching.start, { campId: camp.id, seed: 7 });

      await dieAfter(moment);

      const done = await until(async () => {
        const now = await script.call(matching.get, { campId: camp.id, runId: run.id });
        expect(['queued', 'running', 'done']).toContain(now.state);
        return now.state === 'done' ? now : undefined;
      });
      const placed = done.report?.groups.flatMap((group) => group.members) ?? [];
      expect(placed).toHaveLength(KILLS * 60);
      expect(new Set(placed).size).toBe(placed.length);
      const all = await script.call(matching.list, { campId: camp.id });
      expect(new Set(all.items.map((each) => each.objective)).size).toBe(1);
      expect(all.items.map((each) => each.number)).toEqual([...all.items.keys()].map((at) => all.items.length - at));
    },
  );
});

/** A survey of `count` people who have not been seen before. */
function survey(from: number, count: number): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const n = from + at;
    const free = ['9AM', '10AM', '11AM', 'noon', '1PM', '2PM'].filter((_, hour) => (n + hour) % 5 !== 0).join(';');
    return `Person ${n},person${n}@example.org,${n % 3 === 0 ? 'woman' : 'man'},${(n * 7) % 100},${free},${free}`;
  });
  return ['Name,Email,Gender,Score,Free [Monday],Free [Tuesday]', ...rows, ''].join('\n');
}

async function until<T>(condition: () => Promise<T>): Promise<NonNullable<Exclude<T, false>>> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const found = await condition();
    if (found) return found as NonNullable<Exclude<T, false>>;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Waited a minute in vain');
}
