import { matching } from '@tailcamp/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../testing/app.js';
import { type MatchingCamp, matched, matchingCamp, savePolicy } from '../../../testing/matching-camp.js';

const QUESTION = `query ($id: ID!) {
  camp(id: $id) { id name myRole groups { id name number score members { memberId name role } } }
}`;

let app: TestApp;
let camp: MatchingCamp;
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000' });
  camp = await matchingCamp(app);
  await savePolicy(camp);
  const { id: runId } = await matched(camp);
  await camp.instructor.call(matching.accept, { campId: camp.campId, runId });
});
afterAll(() => app.close());

async function ask(who: SignedIn, id: string) {
  const response = await app.nest.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization: `Bearer ${who.token}` },
    payload: { query: QUESTION, variables: { id } },
  });
  return response.json();
}

it('gives staff a camp with all its groups and members', async () => {
  const { data, errors } = await ask(camp.instructor, camp.campId);
  expect(errors).toBeUndefined();
  expect(data.camp).toMatchObject({ id: camp.campId, name: 'Robotics', myRole: 'instructor' });
  expect(data.camp.groups.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  const names = data.camp.groups.flatMap(({ members }: { members: { name: string }[] }) => members.map((m) => m.name));
  expect(new Set(names).size).toBe(24);
});

it('gives a student their own group, scored without what is private', async () => {
  const staff = await ask(camp.instructor, camp.campId);
  const [ada] = camp.students;
  const { data } = await ask(ada as SignedIn, camp.campId);
  const [own] = data.camp.groups;
  expect([data.camp.myRole, data.camp.groups.length]).toEqual(['student', 1]);
  const same = staff.data.camp.groups.find(({ id }: { id: string }) => id === own.id);
  expect(same.members).toEqual(own.members);
  expect(own.score).not.toBe(same.score);
});

it('tells a stranger, and one who asks for no id at all, that there is no such camp', async () => {
  const stranger = await app.asInstructor('Ivo Elsewhere');
  for (const id of [camp.campId, 'no-id']) {
    const { data, errors } = await ask(stranger, id);
    expect([data, errors[0].extensions.code]).toEqual([null, 'not_found']);
  }
});

it('reads any number of groups by the same number of statements', async () => {
  const { sql } = app.platform.database;
  const session = Reflect.get(sql, 'session') as { prepareQuery(...given: unknown[]): unknown };
  const prepare = session.prepareQuery.bind(session);
  let statements = 0;
  session.prepareQuery = (...given) => {
    statements++;
    return prepare(...given);
  };
  const [ada] = camp.students;
  await ask(ada as SignedIn, camp.campId);
  const forOne = statements;
  statements = 0;
  await ask(camp.instructor, camp.campId);
  session.prepareQuery = prepare;
  expect(forOne).toBeGreaterThan(3);
  expect(Math.abs(statements - forOne)).toBeLessThanOrEqual(2);
});
