import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closePlatform, openPlatform } from '../../../../adapters.js';
import { appOn } from '../../../../app.module.js';
import { readConfig } from '../../../../config.js';
import { createHttpApp } from '../../../../gateway/http.js';
import { SYSTEM } from '../../../../kernel/actor.js';
import { PostgresDatabase } from '../../../../platform/database/database.postgres.js';
import { rowsOf } from '../../../../platform/database/index.js';
import type { Platform } from '../../../../platform/index.js';
import { createLogger } from '../../../../platform/telemetry/index.js';
import { eventually } from '../../../../testing/eventually.js';
import { QUEUE_POLICY, SETTINGS } from '../../../../testing/queue-camp.js';
import {
  freshDatabase,
  freshRedis,
  postgresUrl,
  type RunningServer,
  redisUrl,
} from '../../../../testing/servers/index.js';
import { threadSolverFromSource } from '../../../../testing/solver.js';
import { Roster, SeedCamp } from '../../../camps/index.js';
import { PolicyStore } from '../../store/policy-store.js';
import { ProposalStore } from '../../store/queue/proposal-store.js';
import { QueueStore } from '../../store/queue/queue-store.js';
import { TicketStore } from '../../store/queue/ticket-store.js';
import { Cohorts } from '../cohorts.js';
import { SavePolicy } from '../save-policy.js';
import { LookAtQueue } from './look-at-queue.js';
import { PlaceMember } from './place-member.js';
import { QueueChanges } from './queue-changes.js';
import { SaveSettings } from './save-settings.js';

const STUDENTS = 60;

interface Worker {
  nest: NestFastifyApplication;
  platform: Platform;
  /** Times that its engine formed groups. */
  formed: number;
}

interface TicketSeen {
  member_id: string;
  state: string;
  group_id: string | null;
  joined_at: Date;
}

describe.skipIf(!postgresUrl() || !redisUrl())('two workers on one queue (PostgreSQL, Redis)', () => {
  let redis: RunningServer;
  const workers: Worker[] = [];
  let campId: string;
  let members: string[];

  beforeAll(async () => {
    redis = await freshRedis();
    const url = await freshDatabase({
      name: 'migrated',
      prepare: async (template) => (await PostgresDatabase.open(template)).close(),
    });
    const key = randomBytes(32).toString('base64');
    for (let count = 0; count < 2; count++) workers.push(await startWorker(url, redis.url, key));
    const { nest, platform } = one();
    campId = await nest.get(SeedCamp).run(
      {
        name: 'Open studio',
        startsOn: null,
        endsOn: null,
        timeZone: 'UTC',
        members: Array.from({ length: STUDENTS }, (_, i) => ({
          userId: null,
          role: 'student' as const,
          name: `Student ${i}`,
          email: `student${i}@example.org`,
          answers: {
            'Free [Monday]': ['9AM', '10AM', '11AM', '12PM'].slice(i % 2).join(';'),
            Gender: i % 3 === 0 ? 'Woman' : 'Man',
            Level: String(1 + (i % 5)),
          },
          profile: null,
        })),
      },
      async () => {},
    );
    await nest.get(SavePolicy).run(SYSTEM, { campId, policy: QUEUE_POLICY, version: 0 });
    const settings = { ...SETTINGS, acceptMinutes: null };
    await nest.get(SaveSettings).run(SYSTEM, { campId, settings, version: 0 });
    const rows = await rowsOf<{ id: string }>(
      platform.database.sql.execute(`select id from camp_members where camp_id = '${campId}' order by id`),
    );
    members = rows.map(({ id }) => id);
  }, 120_000);
  afterAll(async () => {
    for (const { platform } of workers) await platform.queue.stop(1_000);
    for (const { nest, platform } of workers) {
      await nest.close();
      await closePlatform(platform);
    }
    await redis.stop();
  });

  const one = (): Worker => workers[0] as Worker;
  const other = (): Worker => workers[1] as Worker;
  const enqueue = (worker: Worker, memberIds: readonly string[]) =>
    Promise.all(
      memberIds.map((memberId) => worker.nest.get(PlaceMember).run(SYSTEM, { campId, memberId, to: 'queue' })),
    );
  const tickets = () =>
    rowsOf<TicketSeen>(one().platform.database.sql.execute(`select * from queue_tickets where camp_id = '${campId}'`));
  async function nobodyTwice(): Promise<void> {
    const seen = await tickets();
    const places = await rowsOf<{ member_id: string; group_id: string }>(
      one().platform.database.sql.execute('select member_id, group_id from group_members'),
    );
    const groupOf = new Map(places.map((place) => [place.member_id, place.group_id]));
    expect(groupOf.size).toBe(places.length);
    const grouped = seen.filter(({ state }) => state === 'grouped');
    expect(grouped.map((ticket) => groupOf.get(ticket.member_id))).toEqual(grouped.map((ticket) => ticket.group_id));
    expect(grouped).toHaveLength(places.length);
    const sizes = new Map<string, number>();
    for (const { group_id } of places) sizes.set(group_id, (sizes.get(group_id) ?? 0) + 1);
    expect(new Set(sizes.values())).toEqual(new Set([3]));
  }

  it('that look at the same moment form each group once', async () => {
    await enqueue(one(), members.slice(0, 30));
    const looks = workers.map(lookOf);
    const signal = new AbortController().signal;
    await Promise.all([...looks, ...looks].map((look) => look.run({ campId, change: null }, { signal })));
    expect(workers.map(({ formed }) => formed > 0)).toEqual([true, true]);
    expect((await tickets()).filter(({ state }) => state === 'waiting').length).toBeLessThan(3);
    await nobodyTwice();
  });

  it('that work through a crowd lose nobody and put nobody in two groups', async () => {
    for (const { platform } of workers) await platform.queue.start(2);
    await Promise.all([enqueue(one(), members.slice(30, 45)), enqueue(other(), members.slice(45))]);
    const { nest, platform } = one();
    await eventually(
      'the last look',
      async () => {
        const queue = await nest.get(QueueStore).find(campId);
        return queue !== null && queue.looked === queue.changes;
      },
      60_000,
    );
    const seen = await tickets();
    expect(new Set(seen.map((ticket) => ticket.member_id))).toEqual(new Set(members));
    // Who came when decides who is left over: they wait because no three of them keep the rules.
    const left = seen.filter(({ state }) => state === 'waiting');
    expect(left.length).toBeLessThan(STUDENTS / 4);
    const input = {
      policy: QUEUE_POLICY,
      steps: SETTINGS.steps,
      cohort: await nest.get(Cohorts).of(campId),
      tickets: left.map(({ member_id }) => ({ id: member_id, level: 0, due: true })),
      seed: 1,
    };
    expect(await platform.solver.form(input, new AbortController().signal)).toEqual([]);
    await nobodyTwice();
  }, 90_000);
});

function lookOf({ nest, platform }: Worker): LookAtQueue {
  const { database, clock, queue, streams, solver } = platform;
  const [roster, cohorts, policies] = [nest.get(Roster), nest.get(Cohorts), nest.get(PolicyStore)];
  const stores = [nest.get(QueueStore), nest.get(TicketStore), nest.get(ProposalStore)] as const;
  const changes = nest.get(QueueChanges);
  return new LookAtQueue(database, clock, queue, streams, solver, roster, cohorts, policies, ...stores, changes);
}

async function startWorker(databaseUrl: string, url: string, key: string): Promise<Worker> {
  const environment = { NODE_ENV: 'test', DATABASE_URL: databaseUrl, REDIS_URL: url, ENCRYPTION_KEY: key };
  const config = readConfig({ port: 0 }, environment);
  const log = createLogger('silent');
  const solver = await threadSolverFromSource();
  const platform = { ...(await openPlatform(config, log)), solver };
  const { nest } = await createHttpApp(appOn(platform, config), config, log);
  await nest.init();
  await platform.outbox.start();
  const worker: Worker = { nest, platform, formed: 0 };
  const form = solver.form.bind(solver);
  solver.form = (...given) => {
    worker.formed += 1;
    return form(...given);
  };
  return worker;
}
