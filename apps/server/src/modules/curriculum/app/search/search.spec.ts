import { fileURLToPath } from 'node:url';
import { type Camp, camps, content, curriculum, type Lesson, type LessonState } from '@tailcamp/contracts';
import { sql as raw } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rowsOf } from '../../../../platform/database/index.js';
import { DIMENSIONS, Embeddings, EmbeddingsUnavailable } from '../../../../platform/embeddings/index.js';
import { type SignedIn, TestApp } from '../../../../testing/app.js';
import { eventually } from '../../../../testing/eventually.js';
import { BringContent } from '../../../assessment/index.js';
import { LessonStore } from '../../store/lessons/lesson-store.js';
import { ChunkStore } from '../../store/search/chunk-store.js';
import { SearchStore } from '../../store/search/search-store.js';
import { FindContent } from './find-content.js';
import { RefreshSearch } from './refresh-search.js';
import { SplitContent } from './split-content.js';

const TRACKS = fileURLToPath(new URL('../../../assessment/app/library/fixtures/tracks', import.meta.url));

let app: TestApp;
let instructor: SignedIn;
let student: SignedIn;
let camp: Camp;
let other: Camp;
beforeAll(async () => {
  app = await TestApp.start();
  instructor = await app.asInstructor();
  student = await app.asStudent();
  camp = await instructor.call(camps.create, { name: 'Here', timeZone: 'UTC' });
  other = await instructor.call(camps.create, { name: 'There', timeZone: 'UTC' });
  await student.call(camps.join, { code: camp.joinCode ?? '' });
  await app.nest.get(BringContent).run(TRACKS);
  await untilIdle();
});
afterAll(() => app.close());
beforeEach(() => app.platform.database.sql.execute(raw`TRUNCATE lessons CASCADE`));

/** The job that every process begins with would take from these tests what they count. */
const untilIdle = () =>
  eventually('no job', async () => {
    const { waiting, running } = await app.platform.queue.depth();
    return waiting + running === 0 ? true : undefined;
  });

function lesson(id: string, about: string, differently: Partial<Lesson> = {}): Lesson {
  return {
    id,
    skill: 'small-names',
    title: `Called ${id}`,
    kind: 'lesson',
    minutes: 8,
    objectives: ['Do what is shown here'],
    check: ['small-names-1'],
    body: `${about}\n\n## Worked example\n\nAn example of **this** and \`that\`, of the lesson called ${id}.`,
    ...differently,
  };
}

const put = (campId: string | null, state: LessonState, ...lessons: Lesson[]) =>
  app.platform.database.transaction((tx) =>
    app.nest.get(LessonStore).put(
      tx,
      campId,
      lessons.map((one) => ({ lesson: one, state, shippedHash: null })),
      { byUser: null, at: new Date(0) },
    ),
  );

const refresh = (by?: Embeddings) =>
  (by === undefined
    ? app.nest.get(RefreshSearch)
    : new RefreshSearch(
        app.nest.get(SplitContent),
        app.nest.get(ChunkStore),
        by,
        app.platform.vectors,
        app.platform.log,
      )
  ).run(new AbortController().signal);

const found = async (who: SignedIn, q: string, { id: campId } = camp) => {
  const { lessons } = await who.call(content.search, { campId, q });
  return lessons.map(({ id, draft }) => (draft ? `${id} (draft)` : id));
};

/** Vectors that are the same for the same text, and far apart for others. */
class Counted extends Embeddings {
  readonly embedded: string[] = [];
  constructor(readonly model: string) {
    super();
  }
  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    this.embedded.push(...texts);
    return texts.map((text) => {
      const vector = new Float32Array(DIMENSIONS);
      vector[[...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % DIMENSIONS, 7)] = 1;
      return vector;
    });
  }
  async close(): Promise<void> {}
}

const vectorsOf = async (model: string) => {
  const [row] = await rowsOf<{ count: number }>(
    app.platform.database.sql.execute(raw`SELECT count(*)::int AS count FROM search_vectors WHERE model = ${model}`),
  );
  return row?.count;
};

describe('what is found', () => {
  it('is found by what is meant without a word in common, and by its words with these marked', async () => {
    await put(
      null,
      'published',
      lesson('git-back', 'Reverting recent changes in a version control repository brings back an earlier state.'),
      lesson('colours', 'A palette needs enough contrast, so that everybody can read what is written on it.'),
    );
    await refresh();
    const meant = await student.call(content.search, { campId: camp.id, q: 'undo my last commit' });
    expect(meant.meaning).toBe(true);
    expect(meant.lessons[0]).toMatchObject({ id: 'git-back', source: 'library', heading: null, draft: false });
    const { lessons, skills } = await student.call(content.search, { campId: camp.id, q: 'contrasts of palettes' });
    expect(lessons[0]?.id).toBe('colours');
    expect(lessons[0]?.snippet.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['palette', 'contrast']);
    expect(lessons[0]?.snippet.map(({ text }) => text).join('')).toMatch(/^A palette needs enough contrast/);
    expect(skills.length).toBeGreaterThan(0);
  });

  it('is stemmed in its own language', async () => {
    await put(
      null,
      'published',
      lesson('es', 'Las ramas de un repositorio se unen con el comando que se llama merge, y es para lo que se usan.'),
    );
    await refresh(new Counted('none'));
    expect(await found(student, 'rama repositorios')).toEqual(['es']);
  });
});

describe('who may see what', () => {
  it('is kept: drafts are for staff, another camp’s are for nobody here, retired ones for nobody', async () => {
    const zebra = 'The zebra of this lesson is striped.';
    await put(null, 'published', lesson('library', zebra), lesson('replaced', zebra), lesson('hidden', zebra));
    await put(camp.id, 'published', lesson('own', zebra), lesson('replaced', 'Nothing with stripes in it.'));
    await put(camp.id, 'retired', lesson('hidden', zebra));
    await put(camp.id, 'draft', lesson('in-the-making', zebra));
    await put(other.id, 'published', lesson('elsewhere', zebra));
    await put(other.id, 'draft', lesson('draft-elsewhere', zebra));
    await refresh(new Counted('none'));
    expect((await found(student, 'zebra')).sort()).toEqual(['library', 'own']);
    expect((await found(instructor, 'zebra')).sort()).toEqual(['in-the-making (draft)', 'library', 'own']);
    expect((await found(instructor, 'zebra', other)).sort()).toEqual([
      'draft-elsewhere (draft)',
      'elsewhere',
      'hidden',
      'library',
      'replaced',
    ]);
  });

  it('is asked of the rows again, whatever an index outside names', async () => {
    await put(camp.id, 'draft', lesson('in-the-making', 'The zebra.'));
    await put(other.id, 'published', lesson('elsewhere', 'The zebra.'));
    await put(null, 'published', lesson('library', 'The zebra.'));
    await refresh(new Counted('none'));
    const ids = await rowsOf<{ id: string }>(app.platform.database.sql.execute(raw`SELECT id FROM search_chunks`));
    const near = ids.map(({ id }) => ({ id, similarity: 0.9 }));
    const search = { campId: camp.id, drafts: false, asked: 'quagga', limit: 50 };
    const rows = await app.nest.get(SearchStore).search(search, near);
    expect(rows.filter(({ kind }) => kind !== 'skill').map(({ slug }) => slug)).toEqual(['library']);
  });

  it('changes at once, before what is searched has been brought into step', async () => {
    await put(camp.id, 'published', lesson('own', 'The zebra.'));
    await refresh(new Counted('none'));
    expect(await found(student, 'zebra')).toEqual(['own']);
    await put(camp.id, 'retired', lesson('own', 'The zebra.'));
    expect(await found(student, 'zebra')).toEqual([]);
  });

  it('is nothing for who does not belong to the camp, and nothing for no question', async () => {
    expect(
      await (await app.asStudent('Nobody Here')).refused(content.search, { campId: camp.id, q: 'zebra' }),
    ).toMatchObject({
      code: 'not_found',
    });
    expect(await student.refused(content.search, { campId: camp.id, q: ' ' })).toMatchObject({ code: 'invalid_input' });
  });
});

describe('a lesson that was found', () => {
  it('is read by who belongs to the camp, on a path or not; who learns there may note it', async () => {
    const long = 'The zebra is striped. '.repeat(40);
    await put(null, 'published', lesson('one', long), lesson('two', long));
    await put(camp.id, 'draft', lesson('in-the-making', 'The zebra.'));
    const asked = { campId: camp.id, lesson: 'one' };
    expect(await student.call(content.lesson, asked)).toMatchObject({
      title: 'Called one',
      skill: { id: 'small-names' },
      others: [{ id: 'two', title: 'Called two' }],
      source: 'library',
      readAt: null,
      mine: true,
    });
    await student.call(curriculum.read, { ...asked, skill: 'small-names', read: true });
    expect((await student.call(content.lesson, asked)).readAt).not.toBeNull();
    expect(await instructor.call(content.lesson, asked)).toMatchObject({ mine: false, readAt: null });
    for (const hidden of [
      { campId: camp.id, lesson: 'in-the-making' },
      { ...asked, campId: other.id },
    ])
      expect(await student.refused(content.lesson, hidden)).toMatchObject({ code: 'not_found' });
  });
});

describe('embedding', () => {
  it('does what is new or changed, and that once', async () => {
    await put(null, 'published', lesson('one', 'The zebra is striped.'), lesson('two', 'The lion is not.'));
    const model = new Counted('counted');
    await refresh(model);
    const before = model.embedded.length;
    expect(model.embedded).toContainEqual(expect.stringContaining('The zebra is striped.'));
    await refresh(model);
    expect(model.embedded).toHaveLength(before);

    await put(null, 'published', lesson('one', 'The zebra has stripes.'));
    expect(await vectorsOf('counted')).toBe(before);
    await refresh(model);
    expect(model.embedded.slice(before)).toEqual([expect.stringContaining('The zebra has stripes.')]);
    expect(await vectorsOf('counted')).toBe(before);
  });

  it('begins anew with another model, while words go on to find', async () => {
    await put(null, 'published', lesson('one', 'The zebra is striped.'));
    const [older, newer] = [new Counted('older'), new Counted('newer')];
    await refresh(older);
    expect(await vectorsOf('older')).toBe(older.embedded.length);
    newer.embed = () => Promise.reject(new EmbeddingsUnavailable('out of order'));
    await refresh(newer);
    expect(await found(student, 'zebra')).toEqual(['one']);
    newer.embed = Counted.prototype.embed;
    await refresh(newer);
    expect(newer.embedded.toSorted()).toEqual(older.embedded.toSorted());
    expect([await vectorsOf('older'), await vectorsOf('newer')]).toEqual([0, newer.embedded.length]);
  });

  it('lets meaning count for as much as is embedded', async () => {
    await put(null, 'published', lesson('said', 'The zebra is striped.'), lesson('near', 'The lion is not.'));
    await refresh(new Counted('none'));
    const { nest, platform } = app;
    const near = await rowsOf<{ id: string }>(
      platform.database.sql.execute(raw`SELECT id FROM search_chunks WHERE slug = 'near'`),
    );
    const nearest = { nearest: async () => near.map(({ id }) => ({ id, similarity: 0.9 })) };
    const vectors = Object.assign(Object.create(platform.vectors), nearest) as typeof platform.vectors;
    const firstBy = async (model: string) => {
      const find = new FindContent(new Counted(model), vectors, nest.get(SearchStore), platform.log);
      const { found } = await find.run({ campId: camp.id, drafts: false, asked: 'zebra', limit: 5 });
      return found[0]?.slug;
    };
    expect([await firstBy('none'), await firstBy('just begun')]).toEqual(['near', 'said']);
  });

  it('is stopped between two batches, and goes on where it was', async () => {
    await put(null, 'published', lesson('one', 'The zebra is striped.'));
    const model = new Counted('stopped');
    const stop = new AbortController();
    const once = model.embed.bind(model);
    model.embed = (texts) => {
      stop.abort(new Error('enough'));
      return once(texts);
    };
    const run = new RefreshSearch(
      app.nest.get(SplitContent),
      app.nest.get(ChunkStore),
      model,
      app.platform.vectors,
      app.platform.log,
    );
    await expect(run.run(stop.signal)).rejects.toThrow('enough');
    const half = model.embedded.length;
    await refresh(model);
    expect(new Set(model.embedded).size).toBe(model.embedded.length);
    expect(model.embedded.length).toBeGreaterThan(half);
  });
});

it('goes on by words alone where the model cannot be had', async () => {
  await put(null, 'published', lesson('one', 'The zebra is striped.'));
  const model = new Counted('down');
  await refresh(model);
  model.embed = () => Promise.reject(new EmbeddingsUnavailable('out of order'));
  const find = new FindContent(model, app.platform.vectors, app.nest.get(SearchStore), app.platform.log);
  const answer = await find.run({ campId: camp.id, drafts: false, asked: 'zebra', limit: 5 });
  expect(answer.meaning).toBe(false);
  expect(answer.found[0]?.slug).toBe('one');
});
