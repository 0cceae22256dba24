import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { camps, type Lesson } from '@tailcamp/contracts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { TestApp } from '../../../../testing/app.js';
import { eventually } from '../../../../testing/eventually.js';
import { BringContent } from '../../../assessment/index.js';
import { LessonStore } from '../../store/lessons/lesson-store.js';
import { BringLessons } from './bring-lessons.js';
import { LessonsFollowCamp } from './lessons-follow-camp.js';

const TRACKS = fileURLToPath(new URL('../../../assessment/app/library/fixtures/tracks', import.meta.url));

let app: TestApp;
let folder: string;
beforeAll(async () => {
  app = await TestApp.start();
  await app.nest.get(BringContent).run(TRACKS);
});
afterAll(() => app.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tailcamp-lessons-'));
  await write(lesson('names-one'));
  await write(lesson('names-two'));
  await write(lesson('verbs-one', { skill: 'small-verbs', check: ['small-verbs-1'] }));
  return () => rm(folder, { recursive: true });
});

const bring = () => app.nest.get(BringLessons).run(folder);
const store = () => app.nest.get(LessonStore);
const change = { byUser: null, at: new Date(0) };

function lesson(id: string, differently: Partial<Lesson> = {}): Lesson {
  return {
    id,
    skill: 'small-names',
    title: `How ${id} is learnt`,
    kind: 'lesson',
    minutes: 8,
    objectives: ['Say what is meant by it'],
    check: ['small-names-1'],
    body: `What ${id} says. ${`${id} again and again. `.repeat(40)}\n\n## Worked example\n\nThat of ${id}.`,
    ...differently,
  };
}

async function write({ body, ...head }: Lesson): Promise<void> {
  await writeFile(join(folder, `${head.id}.md`), `---\n${stringify(head)}---\n${body}\n`);
}

const put = (campId: string, given: Lesson, state: 'draft' | 'published' | 'retired') =>
  app.platform.database.transaction((tx) =>
    store().put(tx, campId, [{ lesson: given, state, shippedHash: null }], change),
  );

it('fills the library with published lessons, and a second time changes nothing', async () => {
  await bring();
  const heads = await store().published(null);
  expect(heads.map(({ id, source }) => [id, source])).toEqual([
    ['names-one', 'library'],
    ['names-two', 'library'],
    ['verbs-one', 'library'],
  ]);
  expect(await store().published(null, ['small-verbs'])).toEqual([heads[2]]);
  const { body, ...head } = (await store().lesson(null, 'names-one')) ?? { body: '' };
  expect([head, body]).toEqual([heads[0], lesson('names-one').body]);
  const rows = await store().own(null, app.platform.database.sql);
  await bring();
  expect(await store().own(null, app.platform.database.sql)).toEqual(rows);
});

it('takes over what a new version of a file changes, and drops what is gone', async () => {
  await bring();
  await write(lesson('names-one', { title: 'Names, told better' }));
  await unlink(join(folder, 'names-two.md'));
  await bring();
  expect((await store().published(null)).map(({ id, title }) => [id, title])).toEqual([
    ['names-one', 'Names, told better'],
    ['verbs-one', 'How verbs-one is learnt'],
  ]);
  const rows = await store().own(null, app.platform.database.sql);
  expect(rows.map(({ slug, version, published }) => [slug, version, published])).toEqual([
    ['names-one', 2, 2],
    ['verbs-one', 1, 1],
  ]);
});

it('keeps the library as it is when a lesson is not sound', async () => {
  await bring();
  const before = await store().published(null);
  await write(lesson('names-three', { skill: 'small-nothing' }));
  await write(lesson('names-one', { title: 'Not to be seen' }));
  await bring();
  expect(await store().published(null)).toEqual(before);
});

it('lets a camp’s own lesson stand in the place of the library’s from when it is published, for that camp alone', async () => {
  await bring();
  const instructor = await app.asInstructor();
  const { id: campId } = await instructor.call(camps.create, { name: 'Own', timeZone: 'UTC' });
  const own = { ...lesson('names-one'), title: 'Names as we see them' };
  const title = async (camp: string | null) => (await store().lesson(camp, 'names-one'))?.title ?? null;

  await put(campId, { ...own, title: 'A draft' }, 'draft');
  expect(await title(campId)).toBe('How names-one is learnt');
  await put(campId, own, 'published');
  await put(campId, { ...own, title: 'Another draft' }, 'draft');
  expect(await title(campId)).toBe('Names as we see them');
  expect(await title(null)).toBe('How names-one is learnt');
  expect((await store().published(campId)).find(({ id }) => id === 'names-one')).toMatchObject({
    source: 'camp',
    title: 'Names as we see them',
  });
  await put(campId, own, 'retired');
  expect(await title(campId)).toBeNull();
  expect((await store().published(campId)).map(({ id }) => id)).toEqual(['names-two', 'verbs-one']);
});

it('gives a copied camp the own lessons of the first, once, and takes them from a deleted one', async () => {
  await bring();
  const instructor = await app.asInstructor();
  const { id: from } = await instructor.call(camps.create, { name: 'Spring', timeZone: 'UTC' });
  await put(from, lesson('own-one'), 'published');
  await put(from, lesson('own-one', { title: 'In the making' }), 'draft');

  const { id: to } = await instructor.call(camps.copy, { campId: from, name: 'Autumn' });
  const copied = await eventually('the copy', async () => {
    const rows = await store().own(to, app.platform.database.sql);
    return rows.length > 0 ? rows : undefined;
  });
  expect(copied).toMatchObject([{ slug: 'own-one', version: 2, published: 1, state: 'draft' }]);
  expect((await store().lesson(to, 'own-one'))?.title).toBe('How own-one is learnt');
  await app.nest.get(LessonsFollowCamp).campCopied(from, to);
  expect(await store().own(to, app.platform.database.sql)).toEqual(copied);

  await instructor.call(camps.remove, { campId: from });
  await eventually('the removal', async () =>
    (await store().own(from, app.platform.database.sql)).length === 0 ? true : undefined,
  );
  expect((await store().lesson(to, 'own-one'))?.title).toBe('How own-one is learnt');
});
