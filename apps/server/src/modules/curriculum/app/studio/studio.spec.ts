import { fileURLToPath } from 'node:url';
import { type Camp, camps, type LessonDraft, type StudioLesson, studio } from '@tailcamp/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../../testing/app.js';
import { BringContent } from '../../../assessment/index.js';
import { LessonStore } from '../../store/lessons/lesson-store.js';

const TRACKS = fileURLToPath(new URL('../../../assessment/app/library/fixtures/tracks', import.meta.url));

let app: TestApp;
let ines: SignedIn;
let camp: Camp;
let campId: string;
beforeAll(async () => {
  app = await TestApp.start();
  ines = await app.asInstructor('Ines Instructor');
  camp = await ines.call(camps.create, { name: 'Here', timeZone: 'UTC' });
  campId = camp.id;
  await app.nest.get(BringContent).run(TRACKS);
  const library = ['names-one', 'names-two', 'verbs-one'].map((id) => ({
    lesson: { ...whole(id), kind: 'lesson' as const },
    state: 'published' as const,
    shippedHash: 'shipped',
  }));
  const change = { byUser: null, at: new Date(0) };
  await app.platform.database.transaction((tx) => app.nest.get(LessonStore).put(tx, null, library, change));
});
afterAll(() => app.close());

function whole(id: string, differently: Partial<LessonDraft> = {}): LessonDraft {
  return {
    id,
    skill: 'small-names',
    title: `Called ${id}`,
    kind: 'lesson',
    minutes: 8,
    objectives: ['Do what is shown here'],
    check: ['small-names-1'],
    body: `${`About ${id}. `.repeat(60)}\n\n## Worked example\n\nThat of ${id}.`,
    ...differently,
  };
}

const draft = (lesson: LessonDraft) => ines.call(studio.create, { campId, lesson });
const learnt = async (slug: string) => (await app.nest.get(LessonStore).lesson(campId, slug))?.title ?? null;
const history = ({ history: all }: StudioLesson) => all.map(({ version, state, by }) => [version, state, by]);

it('leads a lesson from a draft by review to being learnt from, and says who did what', async () => {
  const created = await draft(whole('own-one'));
  expect(created).toMatchObject({ state: 'draft', version: 1, published: null, source: 'camp', findings: [] });
  const of = { campId, lessonId: 'own-one' };
  const submitted = await ines.call(studio.move, { ...of, state: 'review', version: 1 });
  expect(await learnt('own-one')).toBeNull();
  const other = await app.asInstructor('Otto Other');
  await ines.call(camps.addStaff, { campId, email: other.user.email });
  const published = await other.call(studio.move, { ...of, state: 'published', version: submitted.version });
  expect(published).toMatchObject({ state: 'published', version: 3, published: 3 });
  expect(await learnt('own-one')).toBe('Called own-one');

  const lesson = whole('own-one', { title: 'In the making', minutes: 9 });
  const changed = await ines.call(studio.change, { ...of, lesson, version: 3 });
  expect(changed).toMatchObject({ state: 'draft', version: 4, published: 3, title: 'In the making' });
  expect(await learnt('own-one')).toBe('Called own-one');
  expect(history(changed)).toEqual([
    [4, 'draft', 'Ines Instructor'],
    [3, 'published', 'Otto Other'],
    [2, 'review', 'Ines Instructor'],
    [1, 'draft', 'Ines Instructor'],
  ]);
  expect(changed.history.map(({ changed: fields }) => fields)).toEqual([
    ['title', 'minutes', 'state'],
    ['state'],
    ['state'],
    ['skill', 'title', 'kind', 'minutes', 'objectives', 'check', 'body', 'state'],
  ]);
  await ines.call(studio.move, { ...of, state: 'retired', version: 4 });
  expect(await learnt('own-one')).toBeNull();
});

it('makes the camp’s copy of a lesson of the library, of which the original can be brought back', async () => {
  const of = { campId, lessonId: 'names-one' };
  const seen = await ines.call(studio.get, of);
  expect(seen).toMatchObject({ source: 'library', state: 'published', version: 1 });
  const lesson = { ...seen.lesson, title: 'As we see it' };
  const changed = await ines.call(studio.change, { ...of, lesson, version: 1 });
  expect(changed).toMatchObject({ source: 'camp', state: 'draft', version: 2, published: null });
  expect(await learnt('names-one')).toBe('Called names-one');
  await ines.call(studio.move, { ...of, state: 'published', version: 2 });
  expect(await learnt('names-one')).toBe('As we see it');
  expect((await app.nest.get(LessonStore).lesson(null, 'names-one'))?.title).toBe('Called names-one');

  expect((await ines.call(studio.version, { ...of, version: 1 })).title).toBe('Called names-one');
  const restored = await ines.call(studio.restore, { ...of, from: 1, version: 3 });
  expect(restored).toMatchObject({ state: 'draft', version: 4, published: 3, title: 'Called names-one' });
  expect(await ines.refused(studio.restore, { ...of, from: 9, version: 4 })).toMatchObject({ code: 'not_found' });
});

it('tells who comes too late, with the lesson as it is now', async () => {
  await draft(whole('raced'));
  const of = { campId, lessonId: 'raced' };
  await ines.call(studio.change, { ...of, lesson: whole('raced', { title: 'First' }), version: 1 });
  const late = await ines.refused(studio.change, { ...of, lesson: whole('raced', { title: 'Second' }), version: 1 });
  expect(late).toMatchObject({ code: 'stale', status: 409, current: { title: 'First', version: 2 } });
  expect(await ines.refused(studio.move, { ...of, state: 'published', version: 1 })).toMatchObject({ code: 'stale' });
});

it('keeps what is not whole as a draft, says what is missing by field, and does not publish it', async () => {
  const half = whole('half', { objectives: [], check: ['small-verbs-1'], body: 'Short.' });
  const created = await draft(half);
  expect(created.findings.map(({ field }) => field).sort()).toEqual(['body', 'objectives']);
  expect(await ines.call(studio.lint, { campId, lesson: half })).toEqual({ findings: created.findings });
  const of = { campId, lessonId: 'half' };
  const refused = await ines.refused(studio.move, { ...of, state: 'published', version: 1 });
  expect(refused).toMatchObject({ code: 'invalid_input', status: 422 });
  expect(refused.fields?.map(({ field }) => field).sort()).toEqual(['lesson.body', 'lesson.objectives']);
  const { findings } = await ines.call(studio.change, {
    ...of,
    lesson: { ...whole('half'), check: ['small-verbs-1'], body: `# Title\n${'Words. '.repeat(120)}` },
    version: 1,
  });
  expect(findings.map(({ field }) => field)).toEqual(['check.0', 'body', 'body']);
});

it('refuses names that are taken or changed, unknown skills, and leaps between states', async () => {
  expect(await ines.refused(studio.create, { campId, lesson: whole('names-two') })).toMatchObject({
    code: 'already_exists',
  });
  const lost = await ines.refused(studio.create, { campId, lesson: whole('lost', { skill: 'small-nothing' }) });
  expect(lost.fields).toMatchObject([{ field: 'lesson.skill' }]);
  await draft(whole('steady'));
  const of = { campId, lessonId: 'steady' };
  const renamed = await ines.refused(studio.change, { ...of, lesson: whole('renamed'), version: 1 });
  expect(renamed.fields).toMatchObject([{ field: 'lesson.id' }]);
  expect(await ines.refused(studio.move, { ...of, state: 'draft', version: 1 })).toMatchObject({ code: 'conflict' });
});

it('sends back with a comment, which stays with the version', async () => {
  await draft(whole('commented'));
  const of = { campId, lessonId: 'commented' };
  await ines.call(studio.move, { ...of, state: 'review', version: 1 });
  const comment = 'The example needs an output.';
  const { history: all } = await ines.call(studio.move, { ...of, state: 'draft', version: 2, comment });
  expect(all.map((version) => version.comment)).toEqual([comment, null, null]);
});

it('counts what skills have to be learnt from, what is in the making, and in which state all is', async () => {
  const { id } = await ines.call(camps.create, { name: 'Counted', timeZone: 'UTC' });
  const { tracks, states } = await ines.call(studio.overview, { campId: id });
  expect(states).toEqual({ draft: 0, review: 0, published: 3, retired: 0 });
  expect(tracks[0]?.skills).toContainEqual({ id: 'small-names', title: 'Names', published: 3, making: 0 });
  const lesson = whole('names-one', { title: 'As we see it' });
  await ines.call(studio.change, { campId: id, lessonId: 'names-one', lesson, version: 1 });
  const after = await ines.call(studio.overview, { campId: id });
  expect(after.states).toEqual({ draft: 1, review: 0, published: 2, retired: 0 });
  // The library's is learnt from until the camp's copy is published.
  expect(after.tracks[0]?.skills).toContainEqual({ id: 'small-names', title: 'Names', published: 3, making: 1 });
});

it('lists by name, its own before the library’s, filtered and in pages', async () => {
  const names = async (filter: object) =>
    (await ines.call(studio.list, { campId, ...filter })).items.map(({ id, source }) => `${id} ${source}`);
  expect(await names({ source: 'library' })).toEqual(['names-two library', 'verbs-one library']);
  expect(await names({ search: 'NAMES' })).toEqual(['names-one camp', 'names-two library']);
  expect(await names({ search: '%' })).toEqual([]);
  expect(await names({ state: 'retired' })).toEqual(['own-one camp']);
  expect(await names({ track: 'small-talk', source: 'library' })).toEqual(['names-two library', 'verbs-one library']);
  expect(await names({ track: 'small-talk', skill: 'small-verbs' })).toEqual([]);
  expect(await names({ track: 'no-such' })).toEqual([]);
  const first = await ines.call(studio.list, { campId, limit: 2 });
  const rest = await ines.call(studio.list, { campId, limit: 50, cursor: first.next ?? '' });
  expect(first.items.length + rest.items.length).toBe(first.total);
  expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(first.total);
});

it('is for staff of the camp alone', async () => {
  const student = await app.asStudent();
  await student.call(camps.join, { code: camp.joinCode ?? '' });
  const stranger = await app.asInstructor('Somebody Else');
  const lesson = whole('names-two');
  const of = { campId, lessonId: 'names-two' };
  for (const [who, code] of [
    [student, 'forbidden'],
    [stranger, 'not_found'],
  ] as const) {
    expect(await who.refused(studio.overview, { campId })).toMatchObject({ code });
    expect(await who.refused(studio.list, { campId })).toMatchObject({ code });
    expect(await who.refused(studio.get, of)).toMatchObject({ code });
    expect(await who.refused(studio.version, { ...of, version: 1 })).toMatchObject({ code });
    expect(await who.refused(studio.lint, { campId, lesson })).toMatchObject({ code });
    expect(await who.refused(studio.create, { campId, lesson })).toMatchObject({ code });
    expect(await who.refused(studio.change, { ...of, lesson, version: 1 })).toMatchObject({ code });
    expect(await who.refused(studio.move, { ...of, state: 'retired', version: 1 })).toMatchObject({ code });
    expect(await who.refused(studio.restore, { ...of, from: 1, version: 1 })).toMatchObject({ code });
  }
});
