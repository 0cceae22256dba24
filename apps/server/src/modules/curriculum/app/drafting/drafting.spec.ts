import { randomUUID } from 'node:crypto';
import { camps, drafting, itemBank, studio } from '@tailcamp/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { BRIEF, DraftingDesk, LESSON, QUESTIONS } from '../../../../testing/drafting-desk.js';
import { LessonStore } from '../../store/lessons/lesson-store.js';

describe('without a model', () => {
  let desk: DraftingDesk;
  beforeAll(async () => {
    desk = await DraftingDesk.open();
    return () => desk.app.close();
  });

  it('makes an outline of neighbouring lessons, which says what it is, and nothing that learners see', async () => {
    const draft = await desk.drafted(LESSON);
    expect(draft).toMatchObject({
      state: 'done',
      by: { how: 'rules', because: 'no_model' },
      wishedBy: 'Ines Instructor',
      taken: [],
    });
    expect(draft.sources[0]).toMatchObject({ n: 1, lesson: 'names-and-nicknames' });
    expect(draft.text?.parts.map(({ heading, uncited }) => [heading, uncited])).toEqual([
      ['', true],
      ['What there is to tell', false],
      ['Worked example', false],
    ]);
    expect(draft.text?.check).toHaveLength(2);
    const { total } = await desk.ines.call(studio.list, { campId: desk.campId, source: 'camp' });
    expect(total).toBe(0);
  });

  it('becomes a draft of the studio from what was chosen, and says where it comes from until somebody changes it', async () => {
    const { campId, ines } = desk;
    const { id: draftId } = await desk.drafted(LESSON);
    const wanted = { campId, draftId, id: 'names-drafted', objectives: [0], parts: [1, 2] };
    const made = await ines.call(drafting.take, wanted);
    expect(made).toMatchObject({
      state: 'draft',
      published: null,
      drafted: { draftId, by: { how: 'rules' }, uncited: [] },
      history: [{ version: 1, by: 'Ines Instructor', drafted: { how: 'rules' } }],
    });
    expect(made.lesson.body).toMatch(/^## What there is to tell/);
    expect(made.lesson.body).toMatch(/## Sources\n\n- \[1\] \*Called names-and-nicknames\*/);
    expect((await desk.get(draftId)).taken).toEqual(['names-drafted']);

    const of = { campId, lessonId: 'names-drafted' };
    const reviewed = await ines.call(studio.move, { ...of, state: 'review', version: 1 });
    expect(reviewed.drafted?.draftId).toBe(draftId);
    const lesson = { ...made.lesson, body: `In my own words. ${made.lesson.body}` };
    const changed = await ines.call(studio.change, { ...of, lesson, version: 2 });
    expect(changed.drafted).toBeNull();
    expect(changed.history.map(({ drafted }) => drafted?.how ?? null)).toEqual([null, 'rules', 'rules']);
    expect(await ines.refused(drafting.take, wanted)).toMatchObject({ code: 'already_exists' });
    expect(await ines.refused(drafting.take, { ...wanted, id: 'other', parts: [9] })).toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'parts' }],
    });
  });

  it('drafts a brief over its weeks, which is no lesson for anybody', async () => {
    const { campId, ines } = desk;
    const { id: draftId, text } = await desk.drafted(BRIEF);
    expect(text?.parts.map(({ heading }) => heading)).toEqual(['Goal', 'Milestones', 'Roles', 'Acceptance criteria']);
    // What rests on nothing comes first, whatever the order in which it was wished for.
    expect(text?.parts[1]?.text).toMatch(/Week 1\*\*: Names.*\n.*Week 2\*\*: Verbs.*\n.*Week 3/);
    const brief = await ines.call(drafting.take, {
      campId,
      draftId,
      id: 'a-brief',
      objectives: [],
      parts: [0, 1, 2, 3],
    });
    expect(brief).toMatchObject({ kind: 'brief', findings: [] });
    const of = { campId, lessonId: 'a-brief' };
    await ines.call(studio.move, { ...of, state: 'published', version: 1 });
    expect((await desk.app.nest.get(LessonStore).published(campId)).map(({ id }) => id)).not.toContain('a-brief');
    const lesson = { ...brief.lesson, kind: 'lesson' as const };
    expect(await ines.refused(studio.change, { ...of, lesson, version: 2 })).toMatchObject({
      fields: [{ field: 'lesson.kind' }],
    });
  });

  it('drafts questions from what is proved, which come into the bank when somebody says so', async () => {
    const { campId, ines } = desk;
    const draft = await desk.drafted(QUESTIONS);
    expect(draft.questions?.map(({ item, cites, filed }) => [item.kind, cites, filed])).toEqual([
      ['text', [1], false],
      ['essay', [1], false],
    ]);
    const of = { campId, draftId: draft.id };
    const filed = await ines.call(drafting.file, { ...of, questions: [0] });
    expect(filed.questions?.map((question) => question.filed)).toEqual([true, false]);
    const { items } = await ines.call(itemBank.search, { campId, source: 'camp' });
    expect(items.map(({ slug }) => slug)).toEqual([draft.questions?.[0]?.item.id]);
    // Said again it is no fault: what is in the bank is there.
    await ines.call(drafting.file, { ...of, questions: [0, 1] });
    expect((await ines.call(itemBank.search, { campId, source: 'camp' })).items).toHaveLength(2);
  });

  it('begins one draft for a client id, and can be given up until it is over', async () => {
    const { campId, ines } = desk;
    const clientId = randomUUID();
    const [first, second] = [await desk.start(LESSON, clientId), await desk.start(LESSON, clientId)];
    expect(second.id).toBe(first.id);
    const draft = await desk.drafted(BRIEF);
    expect(await ines.refused(drafting.cancel, { campId, draftId: draft.id })).toMatchObject({ code: 'conflict' });
    const { drafts } = await ines.call(drafting.list, { campId });
    expect(drafts[0]?.id).toBe(draft.id);
  });

  it('is for staff of the camp alone, and for skills that there are', async () => {
    const { campId, app, ines } = desk;
    const student = await app.asStudent();
    await student.call(camps.join, { code: desk.joinCode });
    const stranger = await app.asInstructor('Somebody Else');
    const { id: draftId } = await desk.start(LESSON);
    for (const [who, code] of [
      [student, 'forbidden'],
      [stranger, 'not_found'],
    ] as const) {
      expect(await who.refused(drafting.start, { campId, clientId: randomUUID(), wish: LESSON })).toMatchObject({
        code,
      });
      expect(await who.refused(drafting.list, { campId })).toMatchObject({ code });
      expect(await who.refused(drafting.get, { campId, draftId })).toMatchObject({ code });
      expect(await who.refused(drafting.cancel, { campId, draftId })).toMatchObject({ code });
      expect(await who.refused(drafting.file, { campId, draftId, questions: [0] })).toMatchObject({ code });
      const take = { campId, draftId, id: 'mine', objectives: [], parts: [0] };
      expect(await who.refused(drafting.take, take)).toMatchObject({ code });
    }
    const wish = { ...LESSON, skill: 'small-nothing' };
    expect(await ines.refused(drafting.start, { campId, clientId: randomUUID(), wish })).toMatchObject({
      code: 'not_found',
    });
  });
});
