import { camps, type Policy, type QueueSettings, queue } from '@tailcamp/contracts';
import type { SignedIn, TestApp } from './app.js';
import { eventually } from './eventually.js';
import { savePolicy } from './matching-camp.js';

/** Groups of three with two common hours; that no woman is alone in hers, only staff may know. */
export const QUEUE_POLICY = {
  groupSize: { min: 3, max: 3 },
  criteria: [
    { kind: 'overlap', columns: 'Free [*]', minBlocks: 2, hard: true },
    { kind: 'notAlone', column: 'Gender', value: 'Woman', hard: true, private: true },
    { kind: 'balance', column: 'Level' },
  ],
} satisfies Policy;

export const SETTINGS: QueueSettings = {
  mode: 'continuous',
  gatherMinutes: 0,
  steps: [
    { afterMinutes: 10, ease: [{ criterion: 0, minBlocks: 1 }] },
    { afterMinutes: 60, groupSize: { min: 2, max: 4 }, ease: [{ criterion: 1, drop: true }] },
  ],
  acceptMinutes: 30,
  expireMinutes: 120,
};

export interface QueueCamp {
  campId: string;
  instructor: SignedIn;
  students: SignedIn[];
}

/** What one student of the roster answered. */
export interface Answers {
  hours?: string;
  gender?: string;
}

/** A camp with an account for each of these students, its policy saved and its queue open. */
export async function queueCamp(
  app: TestApp,
  answers: readonly Answers[],
  settings: Partial<QueueSettings> = {},
): Promise<QueueCamp> {
  const instructor = await app.asInstructor();
  const students: SignedIn[] = [];
  for (const [i] of answers.entries()) students.push(await app.asStudent(`Student Number${i}`));
  const { id: campId, joinCode } = await instructor.call(camps.create, { name: 'Open studio', timeZone: 'UTC' });
  const rows = answers.map(({ hours = '9AM;10AM;11AM', gender = 'Man' }, i) => {
    const { name, email } = students[i]?.user ?? { name: '', email: '' };
    return [name, email, hours, gender, 1 + (i % 5)].join(',');
  });
  const content = ['Name,Email,Free [Monday],Gender,Level', ...rows].join('\n');
  const { id: importId } = await instructor.call(camps.readImport, { campId, fileName: 'roster.csv', content });
  await instructor.call(camps.applyImport, { campId, importId });
  await eventually('the import', async () => {
    return (await instructor.call(camps.getImport, { campId, importId })).state === 'applied';
  });
  for (const student of students) await student.call(camps.join, { code: joinCode ?? '' });
  await savePolicy({ campId, instructor, students }, QUEUE_POLICY);
  const { version } = await instructor.call(queue.get, { campId });
  await instructor.call(queue.save, { campId, settings: { ...SETTINGS, ...settings }, version });
  return { campId, instructor, students };
}
