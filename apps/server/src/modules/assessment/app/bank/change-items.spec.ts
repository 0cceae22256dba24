import { type Attempt, assessment, type BankItem, camps, type Item, itemBank, itemFiles } from '@tailcamp/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../../kernel/id.js';
import type { TestApp } from '../../../../testing/app.js';
import { AssessingCamp, smallLibrary } from '../../../../testing/assessing-camp.js';
import { BankStore } from '../../store/bank/bank-store.js';
import { EstimateStore } from '../../store/calibration/estimate-store.js';
import { TrackBanks } from '../attempts/track-banks.js';

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

const drawn = async (slug: string) => {
  const { frozen } = await app.nest.get(TrackBanks).of(campId, TRACK);
  return frozen.items.find(({ id }) => id === slug);
};
/** As a calibration would have left them. */
async function estimate({ slug, id }: BankItem, difficulty: number): Promise<void> {
  const askedHash = (await app.nest.get(BankStore).find(campId, id))?.askedHash ?? '';
  const parameters = { discrimination: 1.5, difficulty, guessing: 0.1 };
  const errors = { discrimination: 0.2, difficulty: 0.1 };
  const misfits = [{ kind: 'flat', discrimination: 0.3 }] as const;
  await app.platform.database.transaction(async (tx) => {
    await app.nest.get(EstimateStore).put(tx, campId, [{ slug, askedHash, parameters, errors }]);
    await app.nest.get(EstimateStore).putMisfits(tx, campId, [{ slug, askedHash, misfits }]);
  });
}

describe('a question', () => {
  const fresh: Item = {
    id: 'my-own-question',
    skill: 'small-verbs',
    kind: 'text',
    stem: 'What is said at the door?',
    accept: ['Hello'],
    caseMatters: false,
    difficulty: 0.4,
    discrimination: 1.2,
    explanation: 'So everybody knows that somebody has come.',
  };

  it('can be added, and is asked from then on', async () => {
    const created = await camp.instructor.call(itemBank.create, { campId, item: fresh });
    expect(created).toMatchObject({ source: 'camp', version: 1, item: fresh, track: { id: TRACK } });
    expect(created.history).toMatchObject([{ version: 1, by: 'Ines Instructor' }]);
    expect(await drawn(fresh.id)).toMatchObject({ version: 1, parameters: { difficulty: 0.4 } });
    const takenBy = { status: 409, code: 'already_exists', fields: [{ field: 'item.id' }] };
    expect(await camp.instructor.refused(itemBank.create, { campId, item: fresh })).toMatchObject(takenBy);
    const taken = { ...fresh, id: 'small-verbs-1' };
    expect(await camp.instructor.refused(itemBank.create, { campId, item: taken })).toMatchObject(takenBy);
    const lost = { ...fresh, id: 'lost', skill: 'no-such-skill' };
    expect(await camp.instructor.refused(itemBank.create, { campId, item: lost })).toMatchObject({
      status: 422,
      fields: [{ field: 'item.skill' }],
    });
  });

  it('of the library becomes a copy of the camp when it is changed; other camps keep theirs', async () => {
    const before = await camp.named('small-verbs-1');
    const item = { ...before.item, stem: 'Put better?' };
    const after = await camp.instructor.call(itemBank.change, {
      campId,
      itemId: before.id,
      item,
      version: before.version,
    });
    expect(after).toMatchObject({ slug: before.slug, source: 'camp', version: before.version + 1, item });
    expect(after.id).not.toBe(before.id);
    expect(after.history.map(({ version, by }) => [version, by])).toEqual([
      [2, 'Ines Instructor'],
      [1, null],
    ]);
    // The old id goes on to mean the question of this name.
    expect((await camp.instructor.call(itemBank.get, { campId, itemId: before.id })).id).toBe(after.id);
    expect((await camp.search({ search: 'small-verbs-1' })).total).toBe(1);
    const other = await camp.instructor.call(camps.create, { name: 'Summer', timeZone: 'UTC' });
    const theirs = await camp.instructor.call(itemBank.get, { campId: other.id, itemId: before.id });
    expect(theirs).toMatchObject({ source: 'library', item: before.item });
    expect((await camp.instructor.refused(itemBank.get, { campId: other.id, itemId: after.id })).status).toBe(404);
  });

  it('is not changed over what somebody else has changed, even when both began from the library', async () => {
    const { id: itemId, item, version } = await camp.named('small-verbs-2');
    const change = (stem: string) =>
      camp.instructor.send(itemBank.change, { campId, itemId, item: { ...item, stem }, version });
    const both = await Promise.all([change('The first?'), change('The second?')]);
    const [won, lost] = both[0]?.status === 200 ? both : both.reverse();
    expect([won?.status, lost?.status]).toEqual([200, 409]);
    expect(lost?.body).toMatchObject({ code: 'stale', current: won?.body });
    const now = won?.body as BankItem;
    const again = { campId, itemId: now.id, item: { ...now.item, stem: 'Both?' }, version: now.version };
    expect((await camp.instructor.call(itemBank.change, again)).version).toBe(now.version + 1);
    const renamed = { ...again, item: { ...item, id: 'another-name' }, version: now.version + 1 };
    expect(await camp.instructor.refused(itemBank.change, renamed)).toMatchObject({ fields: [{ field: 'item.id' }] });
  });

  it('that is retired is asked no more in this camp, and can be asked again', async () => {
    const { id: itemId, version } = await camp.named('small-verbs-3');
    const retired = await camp.instructor.call(itemBank.retire, { campId, itemId, retired: true, version });
    expect(retired).toMatchObject({ state: 'retired', source: 'camp' });
    expect(await drawn('small-verbs-3')).toBeUndefined();
    expect((await camp.search({ state: 'retired' })).items.map(({ slug }) => slug)).toEqual(['small-verbs-3']);
    const edited = { campId, itemId, item: { ...retired.item, explanation: 'Still away.' }, version: retired.version };
    const still = await camp.instructor.call(itemBank.change, edited);
    expect(still.state).toBe('retired');
    const back = { campId, itemId: still.id, retired: false, version: still.version };
    expect((await camp.instructor.call(itemBank.retire, back)).state).toBe('active');
    expect(await drawn('small-verbs-3')).toMatchObject({ version: still.version });
  });

  it('goes on in an open attempt as it was when that began', async () => {
    await camp.assess();
    const attempt: Attempt = await camp.student.call(assessment.start, { campId, track: TRACK });
    const { items } = await camp.search();
    for (const { id: itemId, version } of items) {
      const { item } = await camp.instructor.call(itemBank.get, { campId, itemId });
      await camp.instructor.call(itemBank.change, { campId, itemId, item: { ...item, stem: 'Changed?' }, version });
    }
    let now: Attempt = await camp.student.call(assessment.get, { attemptId: attempt.id });
    expect(now.question).toEqual(attempt.question);
    const { position = 0, version = 0 } = now.question ?? {};
    now = await camp.student.call(assessment.answer, {
      attemptId: attempt.id,
      position,
      version,
      answer: { kind: 'unknown' },
    });
    expect(now.question?.asked.stem).not.toBe('Changed?');
  });
});

describe('what a camp has found out about a question', () => {
  it('counts while it is asked the same way, whatever is explained, and follows it into the copy', async () => {
    const before = await camp.named('small-names-1');
    await estimate(before, 1.1);
    expect((await drawn(before.slug))?.parameters.difficulty).toBe(1.1);
    expect((await camp.search({ flag: 'misfit' })).items).toMatchObject([{ slug: before.slug, calibrated: true }]);
    const { version, id: itemId } = before;
    const explained = { ...before.item, explanation: 'Said better than before.' };
    const copy = await camp.instructor.call(itemBank.change, { campId, itemId, item: explained, version });
    expect(copy).toMatchObject({ calibrated: true, flags: ['misfit'], parameters: { difficulty: 1.1 } });
    expect((await drawn(before.slug))?.parameters.difficulty).toBe(1.1);
  });

  it('is of another question once the text or the key is another, and is back with the old text', async () => {
    const before = await camp.named('small-names-1');
    await estimate(before, 1.1);
    if (before.item.kind !== 'choice') throw new Error('The fixture has changed');
    const options = before.item.options.map(({ text }, at) => ({ text, ...(at === 1 && { right: true as const }) }));
    const { version, id: itemId } = before;
    const moved = { ...before.item, options };
    const after = await camp.instructor.call(itemBank.change, { campId, itemId, item: moved, version });
    expect(after).toMatchObject({ calibrated: false, flags: [] });
    expect((await drawn(before.slug))?.parameters.difficulty).toBe(before.item.difficulty);
    expect((await camp.search({ flag: 'any' })).total).toBe(0);
    const undo = { campId, itemId: after.id, item: before.item, version: after.version };
    expect(await camp.instructor.call(itemBank.change, undo)).toMatchObject({ calibrated: true, flags: ['misfit'] });
  });

  it('gives way to figures that somebody sets by hand', async () => {
    const before = await camp.named('small-names-1');
    await estimate(before, 1.1);
    const item = { ...before.item, difficulty: -1.5 };
    const { version, id: itemId } = before;
    const after = await camp.instructor.call(itemBank.change, { campId, itemId, item, version });
    expect(after).toMatchObject({ calibrated: false, parameters: { difficulty: -1.5 } });
    expect((await drawn(before.slug))?.parameters.difficulty).toBe(-1.5);
  });

  it('gives way to a file that says other figures, whose copy goes on from the library’s version', async () => {
    const before = await camp.named('small-names-1');
    await estimate(before, 1.1);
    const importing = (item: Item) => {
      const content = JSON.stringify([item]);
      return camp.instructor.call(itemFiles.import, { campId, fileName: 'questions.yaml', content });
    };
    await importing({ ...before.item, explanation: 'Said better than before.' });
    const explained = await camp.named(before.slug);
    expect(explained).toMatchObject({ source: 'camp', version: before.version + 1, calibrated: true });
    const { id: itemId, item, version } = before;
    expect((await camp.instructor.refused(itemBank.change, { campId, itemId, item, version })).code).toBe('stale');
    await importing({ ...before.item, difficulty: -1.5 });
    expect(await camp.named(before.slug)).toMatchObject({ calibrated: false, parameters: { difficulty: -1.5 } });
  });

  it('leaves with the answers to the old text, too', async () => {
    await camp.answered(20);
    const [most] = (await camp.search()).items.sort((a, b) => b.answers - a.answers);
    const before = await camp.instructor.call(itemBank.get, { campId, itemId: most?.id ?? '' });
    const { version, id: itemId } = before;
    const item = { ...before.item, stem: 'Another question?' };
    const after = await camp.instructor.call(itemBank.change, { campId, itemId, item, version });
    expect((await camp.instructor.call(itemBank.statistics, { campId, itemId: after.id })).answers).toBe(0);
    const undo = { campId, itemId: after.id, item: before.item, version: after.version };
    await camp.instructor.call(itemBank.change, undo);
    expect((await camp.instructor.call(itemBank.statistics, { campId, itemId })).answers).toBe(most?.answers);
  });
});

describe('a reported fault', () => {
  it('flags its question until somebody resolves it, also when a copy of the camp stands there meanwhile', async () => {
    await camp.assess();
    const attempt = await camp.student.call(assessment.start, { campId, track: TRACK });
    await camp.student.call(assessment.report, { attemptId: attempt.id, position: 0, text: 'Two of them are right.' });
    const [flagged, ...others] = (await camp.search({ flag: 'reported' })).items;
    expect(others).toEqual([]);
    expect(flagged?.flags).toEqual(['reported']);
    const itemId = flagged?.id ?? '';
    const before = await camp.instructor.call(itemBank.get, { campId, itemId });
    expect(before.reports).toMatchObject([{ text: 'Two of them are right.', version: 1 }]);
    const item = { ...before.item, explanation: 'Said better.' };
    const copy = await camp.instructor.call(itemBank.change, { campId, itemId, item, version: before.version });
    expect(copy.reports).toEqual(before.reports);
    const report = { campId, itemId: copy.id, reportId: before.reports[0]?.id ?? '' };
    await camp.instructor.call(itemBank.resolveReport, report);
    expect((await camp.search({ flag: 'any' })).total).toBe(0);
    expect((await camp.instructor.call(itemBank.get, { campId, itemId })).reports).toEqual([]);
    expect((await camp.instructor.refused(itemBank.resolveReport, { ...report, reportId: newId() })).status).toBe(404);
    const other = (await camp.named('small-stories-1')).id;
    expect((await camp.instructor.refused(itemBank.resolveReport, { ...report, itemId: other })).status).toBe(404);
  });
});
