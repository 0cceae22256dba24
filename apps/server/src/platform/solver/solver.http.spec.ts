import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SolveRequest } from '@tailcamp/contracts';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { Breaker } from '../../kernel/breaker.js';
import { eventually } from '../../testing/eventually.js';
import { python, startMatchingService } from '../../testing/servers/matching-service.js';
import type { RunningServer } from '../../testing/servers/running-server.js';
import { threadsFromSource } from '../../testing/solver.js';
import { createLogger } from '../telemetry/index.js';
import { HttpSolver } from './solver.http.js';
import { cohortOf, POLICY, solverSuite } from './solver.suite.js';
import { ThreadSolver } from './solver.thread.js';

/** Few, so that the built-in engine takes milliseconds. */
const STUDENTS = 12;
const never = () => new AbortController().signal;
const threads = await threadsFromSource();
const own = new ThreadSolver(threads);
const solverAt = (url: string, more: { patienceMs?: number; breaker?: Breaker } = {}) =>
  new HttpSolver(threads, { url, seconds: 20, log: createLogger('silent'), ...more });
const solveAt = (url: string, more: { patienceMs?: number; breaker?: Breaker } = {}, students = STUDENTS) =>
  solverAt(url, more).solve(
    { policy: POLICY, cohort: cohortOf(students), seed: 1 },
    { onProgress: () => {}, signal: never() },
  );

const program = python();
describe.skipIf(program === null)('the matching service in Python', () => {
  let service: Promise<RunningServer> | undefined;
  const running = () => {
    service ??= startMatchingService(program ?? '');
    return service;
  };
  afterAll(async () => (await service)?.stop());
  solverSuite('a solver over HTTP', async () => solverAt((await running()).url));

  it('forms the groups, which our engine then scores', async () => {
    const { report, solver } = await solveAt((await running()).url, {}, 60);
    expect(solver).toEqual({ by: 'service', engine: expect.stringContaining('scikit-learn'), fellBack: null });
    expect(report.engine).toBe(solver.engine);
    expect(report.hardViolations).toEqual([]);
  });

  it('solves the rest and leaves the locked where they are', async () => {
    const cohort = cohortOf(24);
    const ids = cohort.rows.map(([id]) => id ?? '');
    const groups = [0, 1, 2, 3, 4, 5].map((g) => ({ name: `Team ${g}`, members: ids.slice(4 * g, 4 * g + 4) }));
    const rest = { groups, locked: { members: ['m0', 'm5'], groups: ['Team 3'] } };
    const solver = solverAt((await running()).url);
    const { report } = await solver.solve(
      { policy: POLICY, cohort, seed: 1, rest },
      { onProgress: () => {}, signal: never() },
    );
    const home = (id: string) => report.groups.find(({ members }) => members.includes(id))?.name;
    expect([home('m0'), home('m5')]).toEqual(['Team 0', 'Team 1']);
    expect([...(report.groups.find(({ name }) => name === 'Team 3')?.members ?? [])].sort()).toEqual(
      [...(groups[3]?.members ?? [])].sort(),
    );
  });

  it('stops working for a run that was cancelled', async () => {
    const { url } = await running();
    const controller = new AbortController();
    const input = { policy: { ...POLICY, groupSize: { min: 3, max: 5 } }, cohort: cohortOf(900), seed: 1 };
    const solving = solverAt(url).solve(input, {
      onProgress: ({ phase }) => phase === 'improving' && controller.abort(new Error('enough')),
      signal: controller.signal,
    });
    await expect(solving).rejects.toThrow('enough');
    const idle = async () => (await (await fetch(`${url}/metrics`)).text()).includes('tailcamp_solver_solving 0.0');
    await eventually('the service to stop', idle);
  });
});

describe('falls back to the built-in engine, and says why', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });
  const serve = async (answer: (asked: SolveRequest, response: ServerResponse) => void): Promise<string> => {
    server = createServer(async (request, response) => answer(await bodyOf(request), response));
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const done = (groups: number[][]) => ({
    kind: 'done',
    engine: 'a stranger',
    stoppedBy: 'moves',
    groups,
    objective: 1,
    moves: 1,
    of: 1,
    best: 1,
    violations: 0,
    broken: [],
  });
  const inFours = (students: number) =>
    Array.from({ length: students / 4 }, (_, g) => [0, 1, 2, 3].map((place) => 4 * g + place));

  /** Every third student is a woman, and none of them is alone; but nothing else was thought of. */
  const WORSE = [
    [0, 3, 6, 9],
    [1, 2, 4, 5],
    [7, 8, 10, 11],
  ];

  it.each([
    ['a student twice', [[0, 0, 1], ...inFours(STUDENTS).slice(1)], /a student twice/],
    ['a student who is not there', [...inFours(STUDENTS), [STUDENTS]], /not there/],
    ['a student left out', inFours(STUDENTS).slice(1), /leave a student out/],
    ['sizes that are not kept', [Array.from({ length: STUDENTS }, (_, i) => i)], /break \d+ rules?/],
    ['worse groups than our first answer', WORSE, /score 0\.\d+, a first answer of our own 0\.\d+/],
  ])('when it answers with %s', async (_, groups, why) => {
    const url = await serve((_asked, response) => response.end(`${JSON.stringify(done(groups))}\n`));
    const { report, solver } = await solveAt(url);
    expect(solver).toEqual({ by: 'built-in', engine: own.engine, fellBack: expect.stringMatching(why) });
    const ours = await own.solve(
      { policy: POLICY, cohort: cohortOf(STUDENTS), seed: 1 },
      { onProgress: () => {}, signal: never() },
    );
    expect({ ...report, seconds: 0 }).toEqual({ ...ours.report, seconds: 0 });
  });

  it.each<[string, (response: ServerResponse) => void, RegExp]>([
    ['is busy', (response) => response.writeHead(429).end('{}'), /answered 429/],
    ['breaks down', (response) => response.writeHead(500).end('<html>'), /answered 500/],
    ['sends no JSON', (response) => response.end('hello\n'), /no JSON/],
    ['does not keep to the contract', (response) => response.end('{"kind":"done"}\n'), /contract/],
    ['stops half-way', (response) => response.end(''), /in the middle/],
    ['hangs up', (response) => response.destroy(), /could not be reached/],
    ['says nothing', () => {}, /silent for 0.1 s/],
    ['sends us elsewhere', (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), /reached/],
  ])('when it %s', async (_, answer, why) => {
    const url = await serve((_asked, response) => answer(response));
    const { solver } = await solveAt(url, why.source.includes('silent') ? { patienceMs: 100 } : {});
    expect(solver).toMatchObject({ by: 'built-in', fellBack: expect.stringMatching(why) });
  });

  it('and leaves a service alone that failed several times, but not one that was busy', async () => {
    let asked = 0;
    let status = 429;
    const url = await serve((_request, response) => {
      asked++;
      response.writeHead(status).end();
    });
    const breaker = new Breaker(2, 60_000);
    for (const next of [429, 429, 503, 503]) {
      status = next;
      await solveAt(url, { breaker });
    }
    const { solver } = await solveAt(url, { breaker });
    expect(asked).toBe(4);
    expect(solver.fellBack).toMatch(/left alone until/);
  });

  it('having told the service nothing of who the students are', async () => {
    let heard = '';
    const url = await serve((asked, response) => {
      heard = JSON.stringify(SolveRequest.parse(asked));
      response.writeHead(500).end();
    });
    await solveAt(url);
    expect(heard).toContain('"kind":"notAlone"');
    expect(heard).not.toMatch(/student \d|"m\d|woman|music/i);
  });
});

async function bodyOf(request: IncomingMessage): Promise<SolveRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as SolveRequest;
}
