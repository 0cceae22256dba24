import {
  API,
  camps,
  type Endpoint,
  FOR_STAFF,
  type Group,
  groups,
  matching,
  pathParameters,
  scenarios,
} from '@tailcamp/contracts';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SignedIn, TestApp } from './testing/app.js';
import { eventually } from './testing/eventually.js';
import { type MatchingCamp, matched, matchingCamp, POLICY, savePolicy, untilOver } from './testing/matching-camp.js';

/** Columns, values, kinds and evidence of what is private here, in whatever payload. */
const PRIVATE = /Gender|Woman|\bMan\b|notAlone|spread|apart|Rather not with|to be kept apart|against the rule/i;

let app: TestApp;
let camp: MatchingCamp;
let ada: SignedIn;
let ids: Record<string, string[]>;
let own: Group;

/** Everything that matching does has happened once: policy, run, scenario, solving the rest, publishing. */
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000' });
  camp = await matchingCamp(app);
  const { campId, instructor } = camp;
  ada = camp.students[0] as SignedIn;
  const avoided = `Email,Rather not with\n${ada.user.email},Student Number7\nstudent5@example.org,Ada First\n`;
  const { id: importId } = await instructor.call(camps.readImport, { campId, fileName: 'a.csv', content: avoided });
  await instructor.call(camps.applyImport, { campId, importId });
  await eventually('the import', async () => {
    return (await instructor.call(camps.getImport, { campId, importId })).state === 'applied';
  });
  const apart = { kind: 'apart' as const, column: 'Rather not with', private: true };
  await savePolicy(camp, { ...POLICY, criteria: [...POLICY.criteria, apart] });
  const run = await matched(camp);
  await instructor.call(matching.accept, { campId, runId: run.id });
  const opened = await instructor.call(scenarios.create, { campId, runId: run.id, name: 'Spread Woman apart' });
  const of = { campId, scenarioId: opened.id, version: 1 };
  const solved = await untilOver(camp, (await instructor.call(scenarios.solve, { ...of, seed: 2 })).id);
  await instructor.call(scenarios.publish, { ...of, despite: true });
  const mine = (await ada.call(groups.mine, {})).items[0];
  own = await instructor.call(groups.get, { groupId: mine?.id ?? '' });
  const all = await instructor.call(groups.list, { campId });
  const members = await instructor.call(camps.members, { campId });
  ids = {
    campId: [campId],
    runId: [run.id, solved.id],
    scenarioId: [opened.id],
    groupId: all.items.map(({ id }) => id),
    memberId: members.items.slice(0, 5).map(({ id }) => id),
    importId: [importId],
    code: [(await instructor.call(camps.get, { campId })).joinCode ?? ''],
    stream: [`camp:${campId}`, `user:${ada.user.id}`, ...all.items.map(({ id }) => `group:${id}`)],
  };
});
afterAll(() => app.close());

/** Every filling of a path with the ids of this camp; what stands for something else takes any id. */
function fillings(names: readonly string[]): Record<string, string>[] {
  return names.reduce<Record<string, string>[]>(
    (all, name) => all.flatMap((some) => (ids[name] ?? ids.campId ?? []).map((id) => ({ ...some, [name]: id }))),
    [{}],
  );
}

const declared: readonly (readonly [string, Endpoint])[] = Object.entries(API).flatMap(([module, endpoints]) =>
  Object.entries<Endpoint>(endpoints).map(([name, endpoint]) => [`${module}.${name}`, endpoint] as const),
);

it('the policy here makes private what staff do see', async () => {
  expect(JSON.stringify(own)).toMatch(PRIVATE);
  const { campId } = camp;
  expect(JSON.stringify(await camp.instructor.call(matching.getPolicy, { campId }))).toMatch(PRIVATE);
});

it.each(declared.filter(([, { method }]) => method === 'GET'))(
  'a student reads nothing private from %s',
  async (_, endpoint) => {
    for (const input of fillings(pathParameters(endpoint.path))) {
      const { body } = await ada.send(endpoint, input);
      expect(JSON.stringify(body ?? null)).not.toMatch(PRIVATE);
    }
  },
);

it('nor from what answers their own writes', async () => {
  const { id: groupId, version } = await ada.call(groups.get, { groupId: own.id });
  const renamed = await ada.call(groups.change, { groupId, name: 'The Foxes', version });
  const late = await ada.refused(groups.change, { groupId, name: 'The Owls', version });
  const refused = await Promise.all([
    ada.refused(matching.start, { campId: camp.campId }),
    ada.refused(scenarios.publish, { campId: camp.campId, scenarioId: ids.scenarioId?.[0] ?? '', version: 1 }),
  ]);
  expect(JSON.stringify([renamed, late, refused])).not.toMatch(PRIVATE);
});

it('nor from GraphQL', async () => {
  const query = `query ($id: ID!) {
    camp(id: $id) { id name myRole groups { id name number score members { memberId name role } } }
  }`;
  const { body } = await app.nest.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization: `Bearer ${ada.token}` },
    payload: { query, variables: { id: camp.campId } },
  });
  expect(JSON.parse(body).data.camp.groups).toHaveLength(1);
  expect(body).not.toMatch(PRIVATE);
});

it('nor from any stream that their socket hears', async () => {
  const socket = io(await app.listen(), { auth: { token: ada.token }, transports: ['websocket'], reconnection: false });
  const heard: unknown[] = [];
  socket.on('event', (event) => heard.push(event));
  await new Promise((resolve) => socket.on('connect', () => resolve(null)));
  let told = 0;
  for (const stream of ids.stream ?? []) {
    const answer = await socket.timeout(5_000).emitWithAck('subscribe', { stream, after: 0 });
    told += answer.ok ? answer.seq : 0;
    expect(JSON.stringify(answer)).not.toMatch(PRIVATE);
  }
  await eventually('every event', async () => heard.length >= told);
  socket.disconnect();
  const kinds = new Set(heard.map((event) => (event as { kind: string }).kind));
  expect([...kinds]).toContain('group.formed');
  expect([...kinds].filter((kind) => FOR_STAFF.has(kind))).toEqual([]);
  expect(JSON.stringify(heard)).not.toMatch(PRIVATE);
});

it('nor by implication: the score that staff see is nowhere, and theirs rests on what they are shown', async () => {
  const seen = await ada.call(groups.get, { groupId: own.id });
  const everything = [seen, await ada.call(groups.mine, {}), await ada.call(groups.list, { campId: camp.campId })];
  expect(own.score).not.toBe(seen.score);
  expect(JSON.stringify(everything)).not.toContain(String(own.score));
  const weights = [2, 1];
  const shown = seen.explanations.reduce((sum, { score }, at) => sum + (weights[at] ?? 0) * score, 0) / 3;
  expect([seen.explanations.length, seen.score]).toEqual([2, expect.closeTo(shown, 12)]);
});
