import { camps, matching, type Policy, type Run } from '@tailcamp/contracts';
import type { SignedIn, TestApp } from './app.js';
import { eventually } from './eventually.js';

const INTERESTS = ['music', 'chess', 'robots', 'films'];

/** What nobody but staff may ever see; the policies of these camps name it. */
export const PRIVATE_COLUMN = 'Gender';

export const POLICY: Policy = {
  groupSize: { min: 4, max: 4 },
  criteria: [
    { kind: 'similar', column: 'Interests', weight: 2 },
    { kind: 'balance', column: 'Level' },
    { kind: 'notAlone', column: PRIVATE_COLUMN, value: 'Woman', hard: true, private: true },
    { kind: 'spread', column: PRIVATE_COLUMN, value: 'Woman', private: true },
  ],
};

export interface MatchingCamp {
  campId: string;
  instructor: SignedIn;
  /** Who has an account; the first of those in the roster. */
  students: SignedIn[];
}

/** A camp with a roster of so many students, imported as an instructor does; the first two have accounts and joined. */
export async function matchingCamp(app: TestApp, size = 24): Promise<MatchingCamp> {
  const instructor = await app.asInstructor();
  const students = [await app.asStudent('Ada First'), await app.asStudent('Ben Second')];
  const { id: campId, joinCode } = await instructor.call(camps.create, { name: 'Robotics', timeZone: 'UTC' });
  const content = rosterOf(size, students);
  const { id: importId } = await instructor.call(camps.readImport, { campId, fileName: 'roster.csv', content });
  await instructor.call(camps.applyImport, { campId, importId });
  await eventually('the import', async () => {
    const { state } = await instructor.call(camps.getImport, { campId, importId });
    return state === 'applied';
  });
  for (const student of students) await student.call(camps.join, { code: joinCode ?? '' });
  return { campId, instructor, students };
}

export async function savePolicy({ instructor, campId }: MatchingCamp, policy: Policy = POLICY): Promise<void> {
  const { version } = await instructor.call(matching.getPolicy, { campId });
  await instructor.call(matching.savePolicy, { campId, policy, version });
}

/** A run that is done. */
export async function matched(camp: MatchingCamp, seed = 1): Promise<Run> {
  const { id } = await camp.instructor.call(matching.start, { campId: camp.campId, seed });
  return untilOver(camp, id);
}

export function untilOver({ instructor, campId }: MatchingCamp, runId: string): Promise<Run> {
  return eventually('the end of the run', async () => {
    const run = await instructor.call(matching.get, { campId, runId });
    return run.state === 'queued' || run.state === 'running' ? undefined : run;
  });
}

function rosterOf(size: number, accounts: readonly SignedIn[]): string {
  const rows = Array.from({ length: size }, (_, i) => {
    const { name, email } = accounts[i]?.user ?? { name: `Student Number${i}`, email: `student${i}@example.org` };
    const interests = `${INTERESTS[i % 4]};${INTERESTS[(i * 3 + 1) % 4]}`;
    return [name, email, interests, 1 + ((i * 7) % 5), i % 3 === 0 ? 'Woman' : 'Man'].join(',');
  });
  return [`Name,Email,Interests,Level,${PRIVATE_COLUMN}`, ...rows].join('\n');
}
