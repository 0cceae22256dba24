import { camps, itemBank } from '@tailcamp/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../../kernel/id.js';
import type { TestApp } from '../../../../testing/app.js';
import { AssessingCamp, smallLibrary } from '../../../../testing/assessing-camp.js';

const TRACK = 'small-talk';

let app: TestApp;
let camp: AssessingCamp;
let campId: string;
beforeAll(async () => {
  app = await smallLibrary();
});
afterAll(() => app.close());
beforeEach(async () => {
  camp = await AssessingCamp.in(app);
  campId = camp.id;
});

describe('the bank of a camp', () => {
  it('holds the library, page by page, and tells how many there are', async () => {
    const all = await camp.search();
    expect(all.items).toHaveLength(all.total);
    expect(all.next).toBeNull();
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await camp.search({ limit: 7, ...(cursor && { cursor }) });
      expect(page.total).toBe(all.total);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(all.items.map(({ id }) => id));
    expect(all.items[0]).toMatchObject({
      track: { id: TRACK, title: 'Small talk' },
      source: 'library',
      state: 'active',
      calibrated: false,
      answers: 0,
      shareRight: null,
    });
  });

  it('is searched by words of the question, its options, its skill or its name, and narrowed down', async () => {
    const slugs = async (input: object) => (await camp.search(input)).items.map(({ slug }) => slug);
    expect(await slugs({ search: 'QUESTION  2 small-verbs' })).toEqual(['small-verbs-2']);
    expect(await slugs({ search: 'First wrong of small-questions-1' })).toEqual(['small-questions-1']);
    expect(await slugs({ search: 'stories' })).toEqual(await slugs({ skill: 'small-stories' }));
    expect(await slugs({ search: 'EXPLANATION' })).toEqual([]);
    const ordering = (await camp.search({ kind: 'ordering' })).items;
    expect(ordering.length).toBeGreaterThan(0);
    expect(ordering.every(({ kind }) => kind === 'ordering')).toBe(true);
    const easy = (await camp.search({ hardest: -0.5 })).items;
    expect(easy.length).toBeGreaterThan(0);
    expect(easy.every(({ parameters }) => parameters.difficulty <= -0.5)).toBe(true);
    expect(await slugs({ track: 'nothing' })).toEqual([]);
    expect((await camp.search({ source: 'camp' })).total).toBe(0);
    expect(await camp.instructor.refused(itemBank.search, { campId, easiest: 1, hardest: 0 })).toMatchObject({
      status: 422,
      fields: [{ field: 'easiest' }],
    });
  });

  it('tells how often each was answered here, and right', async () => {
    await camp.answered(30);
    const { items } = await camp.search();
    const asked = items.filter(({ answers }) => answers > 0);
    expect(asked.length).toBeGreaterThan(5);
    const easiest = asked.reduce((a, b) => (a.parameters.difficulty < b.parameters.difficulty ? a : b));
    const hardest = asked.reduce((a, b) => (a.parameters.difficulty > b.parameters.difficulty ? a : b));
    expect(easiest.shareRight).toBeGreaterThan(hardest.shareRight ?? 1);
    const other = await camp.instructor.call(camps.create, { name: 'Summer', timeZone: 'UTC' });
    const elsewhere = await camp.instructor.call(itemBank.search, { campId: other.id });
    expect(elsewhere.items.every(({ answers }) => answers === 0)).toBe(true);
  });

  it('is closed to students and strangers', async () => {
    const { id: itemId, item, version } = await camp.named('small-verbs-1');
    const calls = [
      camp.student.refused(itemBank.search, { campId }),
      camp.student.refused(itemBank.get, { campId, itemId }),
      camp.student.refused(itemBank.create, { campId, item }),
      camp.student.refused(itemBank.change, { campId, itemId, item, version }),
      camp.student.refused(itemBank.retire, { campId, itemId, retired: true, version }),
      camp.student.refused(itemBank.preview, { campId, item }),
      camp.student.refused(itemBank.statistics, { campId, itemId }),
      camp.student.refused(itemBank.resolveReport, { campId, itemId, reportId: newId() }),
    ];
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(Array(8).fill(403));
    const other = await app.asInstructor('Olaf Other');
    expect((await other.refused(itemBank.get, { campId, itemId })).status).toBe(404);
  });
});

describe('a preview', () => {
  it('is what a learner would see, with the key apart, and saves nothing', async () => {
    const { item } = await camp.named('small-questions-1');
    const seen = await camp.instructor.call(itemBank.preview, { campId, item, seed: 4 });
    expect(seen.asked).toMatchObject({ kind: 'choice', domain: { id: 'sentences', title: 'Sentences' } });
    expect(JSON.stringify(seen.asked)).not.toContain('BECAUSE');
    if (!('options' in seen.asked) || seen.marked.key.kind !== 'choice') throw new Error('It is a choice');
    expect(seen.asked.options[seen.marked.key.right[0] ?? -1]?.text).toBe('KEY of small-questions-1');
    expect(seen.advice).toEqual([{ kind: 'unexplained-options', options: [2, 3] }]);
    const again = await camp.instructor.call(itemBank.preview, { campId, item, seed: 4 });
    expect(again).toEqual(seen);
    expect((await camp.named('small-questions-1')).version).toBe(1);
  });

  it('refuses what could not be saved, by its field', async () => {
    const { item } = await camp.named('small-questions-1');
    if (item.kind !== 'choice') throw new Error('It is a choice');
    const options = item.options.map(({ right: _, ...option }) => option);
    const problem = await camp.instructor.refused(itemBank.preview, { campId, item: { ...item, options } });
    expect(problem).toMatchObject({ status: 422, fields: [{ field: 'item.options' }] });
  });
});

describe('statistics', () => {
  it('set what the answers show beside what the curve expects', async () => {
    await camp.answered(80);
    const [most] = (await camp.search({ kind: 'choice' })).items.sort((a, b) => b.answers - a.answers);
    const found = await camp.instructor.call(itemBank.statistics, { campId, itemId: most?.id ?? '' });
    expect(found.answers).toBe(most?.answers);
    expect(found.right / found.answers).toBeCloseTo(most?.shareRight ?? 0, 12);
    expect(found.observed.reduce((sum, { answers }) => sum + answers, 0)).toBe(found.answers);
    expect(found.curve[0]?.ability).toBe(-4);
    expect(found.curve.at(-1)?.probability).toBeGreaterThan(found.curve[0]?.probability ?? 1);
    expect(found.options.reduce((sum, { chosen }) => sum + chosen, 0)).toBe(found.answers - found.unknown);
    expect(found.options.find(({ right }) => right)?.chosen).toBe(found.right);
    expect(found.meanSeconds).toBeGreaterThan(20);
    expect(found.fit?.infit).toBeGreaterThan(0.5);
    expect(found.fit?.infit).toBeLessThan(1.5);
    expect([found.errors, found.misfits]).toEqual([null, []]);
  });

  it('of a question that nobody has answered are its curve alone', async () => {
    const { id: itemId } = await camp.named('small-names-1');
    expect(await camp.instructor.call(itemBank.statistics, { campId, itemId })).toMatchObject({
      answers: 0,
      meanSeconds: null,
      fit: null,
      observed: [],
    });
  });
});
