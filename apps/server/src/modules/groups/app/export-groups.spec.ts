import { API_PREFIX, groups, matching, type Run, scenarios } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../testing/app.js';
import { type MatchingCamp, matched, matchingCamp, savePolicy } from '../../../testing/matching-camp.js';

let app: TestApp;
let camp: MatchingCamp;
let run: Run;
let scenarioId: string;
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000' });
  camp = await matchingCamp(app, 8);
  await savePolicy(camp);
  run = await matched(camp);
  const { campId, instructor } = camp;
  await instructor.call(matching.accept, { campId, runId: run.id });
  ({ id: scenarioId } = await instructor.call(scenarios.create, { campId, runId: run.id, name: 'By hand' }));
});
afterAll(() => app.close());

const fetched = (path: string, who: SignedIn) =>
  app.nest.inject({
    method: 'GET',
    url: `${API_PREFIX}/camps/${camp.campId}${path}`,
    headers: { authorization: `Bearer ${who.token}` },
  });

describe('groups as a file', () => {
  it('come as CSV to be saved, each member in one row, by e-mail', async () => {
    const answer = await fetched('/groups.csv', camp.instructor);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="groups-plain.csv"; filename*=UTF-8''groups-plain.csv`,
    );
    const [head, ...rows] = answer.body.trim().split('\r\n');
    expect([head, rows.length]).toEqual(['group,id,name', 8]);
    expect(rows).toContainEqual(expect.stringMatching(/^Group \d,student5@example\.org,Student Number5$/));
  });

  it('are the same of a run and of a scenario that nobody has touched, for whatever system', async () => {
    for (const format of ['plain', 'canvas', 'moodle']) {
      const asked = `groups.csv?format=${format}${format === 'moodle' ? '&course=CS%20101' : ''}`;
      const [published, result, scenario] = await Promise.all([
        fetched(`/${asked}`, camp.instructor),
        fetched(`/runs/${run.id}/${asked}`, camp.instructor),
        fetched(`/scenarios/${scenarioId}/${asked}`, camp.instructor),
      ]);
      expect([result.body, scenario.body]).toEqual([published.body, published.body]);
      expect(published.body.trim().split('\r\n')).toHaveLength(9);
    }
    const moodle = await fetched('/groups.csv?format=moodle&course=CS%20101', camp.instructor);
    expect(moodle.body).toMatch(/^username,email,course1,group1\r\n\S+@\S+,\S+@\S+,CS 101,Group 1\r\n/);
  });

  it('for Moodle need the course', async () => {
    const answer = await fetched('/groups.csv?format=moodle', camp.instructor);
    expect([answer.statusCode, answer.json().fields]).toEqual([
      422,
      [{ field: 'course', message: 'Moodle needs the short name of the course' }],
    ]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('are for staff alone, for e-mails stand in them', async () => {
    const { campId, students } = camp;
    const stranger = await app.asInstructor('Ivo Elsewhere');
    for (const [endpoint, input] of [
      [groups.export, { campId }],
      [matching.export, { campId, runId: run.id }],
      [scenarios.export, { campId, scenarioId }],
    ] as const) {
      expect((await students[0]?.send(endpoint, input))?.status, endpoint.path).toBe(403);
      expect((await stranger.send(endpoint, input)).status, endpoint.path).toBe(404);
    }
  });
});
