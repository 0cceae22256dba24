import { fileURLToPath } from 'node:url';
import { assessment, assessmentSettings, camps, type Item } from '@tailcamp/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestApp } from '../../../testing/app.js';
import { eventually } from '../../../testing/eventually.js';
import { LibraryStore } from '../store/library/library-store.js';
import { FollowCamp } from './follow-camp.js';
import { BringContent } from './library/bring-content.js';
import { UNTOLD } from './settings/camp-rules.js';

const FIXTURE = fileURLToPath(new URL('./library/fixtures/tracks', import.meta.url));
const TRACK = {
  id: 'knots',
  title: 'Knots',
  description: 'How ropes are tied so that they hold.',
  domains: [{ id: 'ends', title: 'Ends' }],
};
const SKILL = {
  id: 'bowline',
  title: 'Bowline',
  domain: 'ends',
  level: 1,
  description: 'Ties a loop that does not run.',
  requires: [],
};
const item = (id: string): Item => ({
  id,
  skill: SKILL.id,
  kind: 'number',
  stem: 'How many loops has a bowline?',
  answer: 1,
  tolerance: 0,
  difficulty: 0,
  discrimination: 1,
  explanation: 'One, which does not run.',
});

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await app.nest.get(BringContent).run(FIXTURE);
});
afterAll(() => app.close());

it('gives a copied camp the settings and the own content of the first, once', async () => {
  const instructor = await app.asInstructor();
  const { id: from } = await instructor.call(camps.create, { name: 'Spring', timeZone: 'UTC' });
  const library = app.nest.get(LibraryStore);
  await app.platform.database.transaction(async (tx) => {
    await library.putTrack(tx, { campId: from, shippedHash: null }, TRACK);
    await library.putSkills(tx, from, [{ skill: SKILL, track: TRACK.id, shippedHash: null }]);
    const given = ['loops', 'turns'].map((id) => ({ item: item(id), shippedHash: null }));
    const rows = await library.putItems(tx, from, given, { byUser: null, at: app.clock.now() });
    await library.setState(tx, [rows.find(({ slug }) => slug === 'turns')?.id ?? ''], 'retired');
  });
  const settings = { ...UNTOLD, tracks: ['knots', 'small-talk'], minutes: 25 };
  await instructor.call(assessmentSettings.save, { campId: from, settings, version: 0 });

  const { id: to } = await instructor.call(camps.copy, { campId: from, name: 'Autumn' });
  const copied = await eventually('the copy', async () => {
    const found = await instructor.call(assessmentSettings.get, { campId: to });
    return found.version > 0 ? found : undefined;
  });
  expect(copied.settings).toEqual(settings);
  expect(copied.offered.find(({ id }) => id === 'knots')).toMatchObject({ own: true, skills: 1, questions: 1 });
  const own = await library.own(to, app.platform.database.sql);
  expect(own.items.map(({ slug, state, version }) => [slug, state, version]).sort()).toEqual([
    ['loops', 'active', 1],
    ['turns', 'retired', 1],
  ]);

  await app.nest.get(FollowCamp).campCopied(from, to);
  expect(await library.own(to, app.platform.database.sql)).toEqual(own);
  await app.nest.get(FollowCamp).campRemoved(from);
  const { tracks } = await instructor.call(assessment.overview, { campId: to });
  expect(tracks.map(({ id, questions }) => [id, questions > 0])).toEqual([
    ['knots', true],
    ['small-talk', true],
  ]);
});
