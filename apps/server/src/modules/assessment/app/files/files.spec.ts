import { fileURLToPath } from 'node:url';
import { camps, itemFiles, skillGraph } from '@tailcamp/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../../testing/app.js';
import { BringContent } from '../library/bring-content.js';

const FIXTURE = fileURLToPath(new URL('../library/fixtures/tracks', import.meta.url));
const track = 'small-talk';

let app: TestApp;
let instructor: SignedIn;
let student: SignedIn;
let campId: string;
beforeAll(async () => {
  app = await TestApp.start();
  await app.nest.get(BringContent).run(FIXTURE);
});
afterAll(() => app.close());
beforeEach(async () => {
  instructor = await app.asInstructor();
  student = await app.asStudent();
  const camp = await instructor.call(camps.create, { name: 'Spring', timeZone: 'UTC' });
  campId = camp.id;
  await student.call(camps.join, { code: camp.joinCode ?? '' });
});

describe('questions as files', () => {
  it('of a camp read again change nothing', async () => {
    for (const [fileName, content] of [
      ['all.csv', await instructor.call(itemFiles.exportCsv, { campId })],
      ['all.yaml', await instructor.call(itemFiles.exportYaml, { campId, track })],
    ] as const) {
      const { read, unchanged, refused, rows } = await instructor.call(itemFiles.import, { campId, fileName, content });
      expect([read > 20, unchanged, refused, rows]).toEqual([true, read, 0, []]);
    }
  });

  it('are taken where they can be, and listed where not; other camps do not see them', async () => {
    const content = [
      'id,skill,kind,stem,explanation,answer',
      'new-one,small-names,number,How many?,Count.,3',
      ',small-names,number,How many seas?,Count.,7',
      'small-names-1,small-names,number,Changed?,Yes.,1',
      'lost,no-such-skill,number,How many?,Count.,3',
      'no-key,small-names,number,How many?,Count.,',
    ].join('\n');
    const given = { campId, fileName: 'questions.csv', content };
    const { rows, ...counts } = await instructor.call(itemFiles.import, given);
    expect(counts).toEqual({ fileName: 'questions.csv', read: 5, added: 2, changed: 1, unchanged: 0, refused: 2 });
    expect(rows.map(({ row, at, was, reason }) => [row, at, was, reason])).toEqual([
      [2, null, 'added', null],
      [3, null, 'added', null],
      [4, null, 'changed', null],
      [5, 'skill', 'refused', 'unknown_skill'],
      [6, 'answer', 'refused', 'invalid'],
    ]);
    expect(rows[1]?.message).toBe('how-many-seas');
    expect(await instructor.call(itemFiles.exportCsv, { campId })).toContain('new-one');
    const other = await instructor.call(camps.create, { name: 'Autumn', timeZone: 'UTC' });
    expect(await instructor.call(itemFiles.exportCsv, { campId: other.id })).not.toContain('new-one');
  });

  it('that cannot be read at all say where', async () => {
    const importing = (fileName: string, content: string) =>
      instructor.refused(itemFiles.import, { campId, fileName, content });
    expect(await importing('q.csv', 'kind\nnumber\n')).toMatchObject({
      code: 'invalid_file',
      fields: [{ field: 'row 1' }],
    });
    expect(await importing('q.docx', 'x')).toMatchObject({ code: 'invalid_file' });
    expect(await importing('q.zip', 'AAAA')).toMatchObject({ code: 'invalid_file' });
  });

  it('are for staff alone', async () => {
    expect(await student.refused(itemFiles.exportCsv, { campId })).toMatchObject({ code: 'forbidden' });
    expect(
      await student.refused(itemFiles.import, { campId, fileName: 'a.csv', content: 'kind,stem\n' }),
    ).toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('skills of a camp', () => {
  const skill = {
    title: 'Verbs of motion',
    domain: 'words',
    level: 2 as const,
    description: 'Says how things move, and where to.',
    requires: ['small-names'],
  };

  it('stand in an order that students can read, with what they rest on', async () => {
    const seen = await student.call(skillGraph.track, { campId, track });
    expect(seen.skills.map(({ id }) => id)).toEqual(['small-names', 'small-verbs', 'small-questions', 'small-stories']);
    expect(seen.skills[0]).toMatchObject({ source: 'library', questions: expect.any(Number) });
  });

  it('are added, changed with their version, and taken back', async () => {
    const one = { campId, track, skillId: 'small-motion' };
    const added = await instructor.call(skillGraph.saveSkill, { ...one, skill, version: 0 });
    expect(added).toMatchObject({ id: 'small-motion', source: 'camp', version: 1, questions: 0 });
    const input = { ...one, skill: { ...skill, title: 'Motion' }, version: 1 };
    expect(await instructor.call(skillGraph.saveSkill, input)).toMatchObject({ title: 'Motion', version: 2 });
    expect(await instructor.refused(skillGraph.saveSkill, input)).toMatchObject({
      code: 'stale',
      current: { title: 'Motion', version: 2 },
    });
    await instructor.call(skillGraph.removeSkill, one);
    const { skills } = await instructor.call(skillGraph.track, { campId, track });
    expect(skills.some(({ id }) => id === 'small-motion')).toBe(false);
  });

  it('of the library are changed for the camp alone, and come back', async () => {
    const one = { campId, track, skillId: 'small-verbs' };
    await instructor.call(skillGraph.saveSkill, { ...one, skill, version: 1 });
    const titleIn = async (id: string) =>
      (await instructor.call(skillGraph.track, { campId: id, track })).skills.find(
        ({ id: name }) => name === 'small-verbs',
      )?.title;
    const other = await instructor.call(camps.create, { name: 'Autumn', timeZone: 'UTC' });
    expect([await titleIn(campId), await titleIn(other.id)]).toEqual(['Verbs of motion', 'Verbs']);
    await instructor.call(skillGraph.removeSkill, one);
    expect(await titleIn(campId)).toBe('Verbs');
  });

  it('make no circle, and rest on nothing that is not there', async () => {
    const saving = (requires: string[], domain = 'words') =>
      instructor.refused(skillGraph.saveSkill, {
        campId,
        track,
        skillId: 'small-names',
        skill: { ...skill, requires, domain },
        version: 1,
      });
    expect(await saving(['small-stories'])).toMatchObject({
      code: 'invalid_input',
      detail: expect.stringContaining('→'),
      fields: [{ field: 'skill.requires' }],
    });
    expect(await saving(['no-such-skill'])).toMatchObject({ fields: [{ field: 'skill.requires' }] });
    expect(await saving([], 'nowhere')).toMatchObject({ fields: [{ field: 'skill.domain' }] });
  });

  it('with questions, or with others resting on them, stay', async () => {
    const one = { campId, track, skillId: 'small-motion' };
    await instructor.call(skillGraph.saveSkill, { ...one, skill, version: 0 });
    const content = 'kind,stem,skill,answer,explanation\nnumber,How far?,small-motion,3,Far.\n';
    await instructor.call(itemFiles.import, { campId, fileName: 'q.csv', content });
    expect(await instructor.refused(skillGraph.removeSkill, one)).toMatchObject({
      code: 'conflict',
      detail: expect.stringContaining('1 question'),
    });
    const above = { ...skill, title: 'Journeys', requires: ['small-motion'] };
    await instructor.call(skillGraph.saveSkill, { ...one, skillId: 'small-journeys', skill: above, version: 0 });
    expect(await instructor.refused(skillGraph.removeSkill, one)).toMatchObject({
      code: 'conflict',
      detail: expect.stringContaining('Journeys'),
    });
  });

  it('come from a file of two columns, or one of a whole track, and go back into one', async () => {
    const content = 'skill,prerequisite\nVectors,\nMatrices,Vectors\nMatrices,small-names\n';
    const read = await instructor.call(skillGraph.import, { campId, fileName: 'Linear algebra.csv', content });
    expect(read).toMatchObject({ read: 2, added: 2, changed: 0, refused: 0 });
    const seen = await instructor.call(skillGraph.track, { campId, track: 'linear-algebra' });
    expect(seen).toMatchObject({
      title: 'Linear algebra',
      source: 'camp',
      skills: [{ id: 'vectors' }, { id: 'matrices', requires: ['vectors', 'small-names'] }],
      elsewhere: [{ id: 'small-names', track }],
    });
    const yaml = await instructor.call(skillGraph.exportYaml, { campId, track: 'linear-algebra' });
    const again = await instructor.call(skillGraph.import, { campId, fileName: 'track.yaml', content: yaml });
    expect(again).toMatchObject({ read: 2, unchanged: 2, rows: [] });
    expect(await instructor.call(skillGraph.exportCsv, { campId, track: 'linear-algebra' })).toBe(
      'skill,prerequisite\r\nvectors,\r\nmatrices,vectors\r\nmatrices,small-names\r\n',
    );
  });

  it('come whole or not at all, with the row that closes a circle', async () => {
    const importing = (content: string) =>
      instructor.refused(skillGraph.import, { campId, fileName: 'g.csv', content });
    expect(await importing('skill,prerequisite\nv1,\nv2,v1\nv1,v2\n')).toMatchObject({
      code: 'invalid_file',
      fields: [{ field: 'row 4, column "prerequisite"', message: expect.stringContaining('→') }],
    });
    expect(await importing('skill,prerequisite\nsmall-names,small-stories\n')).toMatchObject({
      code: 'invalid_file',
      fields: [{ field: 'row 2, column "skill"', message: expect.stringContaining('small-talk') }],
    });
    expect(await instructor.refused(skillGraph.track, { campId, track: 'g' })).toMatchObject({ code: 'not_found' });
  });

  it('are changed by staff alone', async () => {
    const one = { campId, track, skillId: 'small-names' };
    expect(await student.refused(skillGraph.saveSkill, { ...one, skill, version: 1 })).toMatchObject({
      code: 'forbidden',
    });
    expect(await student.refused(skillGraph.exportCsv, { campId, track })).toMatchObject({ code: 'forbidden' });
  });
});
