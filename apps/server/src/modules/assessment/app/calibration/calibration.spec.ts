import { assessment, type Calibration, calibrations, camps, itemBank } from '@tailcamp/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../../kernel/id.js';
import type { TestApp } from '../../../../testing/app.js';
import { AssessingCamp, smallLibrary } from '../../../../testing/assessing-camp.js';
import { eventually } from '../../../../testing/eventually.js';
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

const start = () => camp.instructor.call(calibrations.start, { campId, track: TRACK });
const untilOver = (calibrationId: string): Promise<Calibration> =>
  eventually(
    'the end of the calibration',
    async () => {
      const now = await camp.instructor.call(calibrations.get, { campId, calibrationId });
      return now.state === 'queued' || now.state === 'running' ? undefined : now;
    },
    18_000,
  );
const calibrated = async () => untilOver((await start()).id);
const proposedOf = ({ items }: Calibration, slug: string) => {
  const found = items.find((item) => item.slug === slug);
  if (found === undefined) throw new Error(`Nothing is proposed of ${slug}`);
  return found;
};
const drawn = async (slug: string) => {
  const { frozen } = await app.nest.get(TrackBanks).of(campId, TRACK);
  return frozen.items.find(({ id }) => id === slug)?.parameters;
};
/** The question that most have answered, after its author has put it 1.5 standard deviations too high. */
async function misjudged() {
  const [most] = (await camp.search({ kind: 'choice' })).items.sort((a, b) => b.answers - a.answers);
  const { id: itemId, item, version } = await camp.named(most?.slug ?? '');
  const wrong = { ...item, difficulty: item.difficulty + 1.5 };
  await camp.instructor.call(itemBank.change, { campId, itemId, item: wrong, version });
  return { slug: item.id, truth: item.difficulty, said: wrong.difficulty };
}

describe('a calibration', () => {
  it('finds from the answers what the author has misjudged, and shows its progress round by round', async () => {
    await camp.answered(300);
    const { slug, truth, said } = await misjudged();
    const { seq } = await camp.instructor.call(camps.get, { campId });
    const queued = await start();
    expect(queued).toMatchObject({ track: { id: TRACK, title: 'Small talk' }, learners: 300, items: [], of: 200 });
    const found = await untilOver(queued.id);
    expect(found).toMatchObject({ state: 'proposed', problem: null, learners: 300, answers: queued.answers });
    const item = proposedOf(found, slug);
    expect(item.before.difficulty).toBe(said);
    expect(Math.abs(item.after.difficulty - truth)).toBeLessThan(0.4);
    expect(item.errors.difficulty).toBeLessThan(0.3);
    expect(item).toMatchObject({ applied: false, edited: false, misfits: [] });
    expect(item.fit.infit).toBeCloseTo(1, 0);
    expect(found.items.reduce((sum, { answers }) => sum + answers, 0)).toBe(found.answers);

    const events = await app.platform.streams.read(`camp:${campId}`, seq, 500);
    const own = events.filter(({ kind }) => kind.startsWith('calibration.'));
    const rounds = own.flatMap(({ kind, data }) => (kind === 'calibration.progress' ? [data.iteration] : []));
    expect(rounds).toEqual(Array.from({ length: found.iteration }, (_, at) => at + 1));
    const states = own.flatMap(({ data }) => ('state' in data ? [data.state] : []));
    expect(states).toEqual(['queued', 'running', 'proposed']);
    expect(await drawn(slug)).toMatchObject({ difficulty: said });
  });

  it('is taken for some questions, then for all, by attempts that start from then on', async () => {
    await camp.answered(60);
    const attempt = await camp.student.call(assessment.start, { campId, track: TRACK });
    const found = await calibrated();
    const [one, other] = found.items;
    if (one === undefined || other === undefined) throw new Error('Too little is proposed');
    const given = { campId, calibrationId: found.id };
    const some = await camp.instructor.call(calibrations.apply, { ...given, items: [one.itemId] });
    expect(some.state).toBe('applied');
    expect(some.items.filter(({ applied }) => applied).map(({ slug }) => slug)).toEqual([one.slug]);
    expect(await drawn(one.slug)).toEqual(one.after);
    expect(await drawn(other.slug)).toEqual(other.before);
    expect(await camp.named(one.slug)).toMatchObject({ calibrated: true, parameters: one.after });
    const itemId = one.itemId;
    expect((await camp.instructor.call(itemBank.statistics, { campId, itemId })).errors).toEqual(one.errors);
    const all = await camp.instructor.call(calibrations.apply, given);
    expect(all.items.every(({ applied }) => applied)).toBe(true);
    expect(await drawn(other.slug)).toEqual(other.after);

    // Who has begun goes on with the bank that was frozen then.
    const now = await camp.student.call(assessment.get, { attemptId: attempt.id });
    expect(now.question).toEqual(attempt.question);
    const { rows } = (await app.platform.database.sql.execute(
      `select frozen_banks.bank -> 'items' as items
       from frozen_banks join assessment_attempts on hash = assessment_attempts.bank where id = '${attempt.id}'`,
    )) as { rows: { items: { id: string; parameters: unknown }[] }[] };
    expect(rows[0]?.items.find(({ id }) => id === one.slug)?.parameters).toEqual(one.before);
  });

  it('says nothing of a question that is asked otherwise by now', async () => {
    await camp.answered(60);
    const found = await calibrated();
    const { slug } = await misjudged();
    const { id: itemId, item, version } = await camp.named(slug);
    const other = { campId, itemId, item: { ...item, stem: 'Another question?' }, version };
    await camp.instructor.call(itemBank.change, other);
    const given = { campId, calibrationId: found.id };
    expect(proposedOf(await camp.instructor.call(calibrations.get, given), slug)).toMatchObject({
      edited: true,
      itemId,
    });
    const items = [found.items.find((one) => one.slug !== slug)?.itemId ?? '', itemId];
    const problem = await camp.instructor.refused(calibrations.apply, { ...given, items });
    expect(problem).toMatchObject({ status: 422, fields: [{ field: 'items.1' }] });
    const all = await camp.instructor.call(calibrations.apply, given);
    expect(all.items.filter(({ applied }) => !applied).map((one) => one.slug)).toEqual([slug]);
    expect(await drawn(slug)).toMatchObject({ difficulty: item.difficulty });
    // Nor does a new one count answers to the old question.
    expect((await calibrated()).items.map((one) => one.slug)).not.toContain(slug);
  });

  it('takes the first answer of each member to a question, however often they come again', async () => {
    await camp.answered(60);
    const tracks = () => camp.instructor.call(calibrations.list, { campId }).then(({ tracks: [track] }) => track);
    const before = await tracks();
    const decline = async () => {
      let { id: attemptId, question } = await camp.student.call(assessment.start, { campId, track: TRACK });
      let answered = 0;
      for (; question !== null; answered++) {
        const { position, version } = question;
        const answer = { attemptId, position, version, answer: { kind: 'unknown' } as const };
        ({ question } = await camp.student.call(assessment.answer, answer));
      }
      return answered;
    };
    const first = await decline();
    expect(await tracks()).toMatchObject({ learners: 61, answers: (before?.answers ?? 0) + first });
    const again = await decline();
    const after = await tracks();
    expect(after?.answers).toBeLessThan((before?.answers ?? 0) + first + again);
    expect(await calibrated()).toMatchObject({ learners: 61, answers: after?.answers });
  });
});

describe('starting', () => {
  it('needs fifty learners, and a track that there is', async () => {
    await camp.answered(49);
    const refused = await camp.instructor.refused(calibrations.start, { campId, track: TRACK });
    expect(refused).toMatchObject({ status: 409, code: 'conflict', detail: expect.stringContaining('49') });
    expect((await camp.instructor.refused(calibrations.start, { campId, track: 'no-track' })).status).toBe(404);
    const { items, tracks } = await camp.instructor.call(calibrations.list, { campId });
    expect(items).toEqual([]);
    expect(tracks).toMatchObject([{ id: TRACK, title: 'Small talk', learners: 49 }]);
  });

  it('is for one calibration of a track at a time', async () => {
    await camp.answered(50);
    const send = () => camp.instructor.send(calibrations.start, { campId, track: TRACK });
    const both = await Promise.all([send(), send()]);
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
    const { items } = await camp.instructor.call(calibrations.list, { campId });
    expect(items).toHaveLength(1);
    await untilOver(items[0]?.id ?? '');
    const next = await calibrated();
    const ids = (await camp.instructor.call(calibrations.list, { campId })).items.map(({ id }) => id);
    expect(ids).toEqual([next.id, items[0]?.id]);
  });
});

describe('calibrations', () => {
  it('are closed to students and strangers, and not found under another camp', async () => {
    await camp.answered(50);
    const { id: calibrationId } = await calibrated();
    const stranger = await app.asInstructor('Olaf Other');
    for (const endpoint of [calibrations.get, calibrations.cancel, calibrations.apply]) {
      expect((await camp.student.send(endpoint, { campId, calibrationId })).status).toBe(403);
      expect((await stranger.send(endpoint, { campId, calibrationId })).status).toBe(404);
      expect((await app.stranger.send(endpoint, { campId, calibrationId })).status).toBe(401);
    }
    expect((await camp.student.send(calibrations.start, { campId, track: TRACK })).status).toBe(403);
    expect((await camp.student.send(calibrations.list, { campId })).status).toBe(403);
    const { id: other } = await camp.instructor.call(camps.create, { name: 'Summer', timeZone: 'UTC' });
    for (const endpoint of [calibrations.get, calibrations.cancel, calibrations.apply]) {
      expect((await camp.instructor.send(endpoint, { campId: other, calibrationId })).status).toBe(404);
      expect((await camp.instructor.send(endpoint, { campId, calibrationId: newId() })).status).toBe(404);
    }
  });

  it('go with their camp, and what they told goes into a copy', async () => {
    await camp.answered(60);
    const { id: calibrationId, items } = await calibrated();
    await camp.instructor.call(calibrations.apply, { campId, calibrationId });
    const { id: copy } = await camp.instructor.call(camps.copy, { campId, name: 'Summer' });
    const [first] = items;
    const itemId = first?.itemId ?? '';
    const theirs = await eventually('the copy', async () => {
      const found = await camp.instructor.call(itemBank.get, { campId: copy, itemId });
      return found.calibrated ? found : undefined;
    });
    expect(theirs.parameters).toEqual(first?.after);
    await camp.instructor.call(camps.remove, { campId });
    await eventually('the removal', async () => {
      const { rows } = (await app.platform.database.sql.execute(
        `select slug from camp_estimates where camp_id = '${campId}' union all
         select slug from camp_misfits where camp_id = '${campId}' union all
         select track from calibrations where camp_id = '${campId}'`,
      )) as { rows: unknown[] };
      return rows.length === 0;
    });
  });
});
