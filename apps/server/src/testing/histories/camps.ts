import { type Camp, camps, type Profile } from '@tailcamp/contracts';
import type { SignedIn, TestApp } from '../app.js';
import { eventually } from '../eventually.js';
import { type History, type Stage, view } from './history.js';

const PROFILE: Profile = {
  interests: ['chess'],
  goals: [],
  languages: ['en'],
  roles: ['designer'],
  timeZone: 'UTC',
  availability: '01'.repeat(84),
};
const EVERYBODY = { limit: 200 };

/** A camp, who joins it and leaves it, and what comes in by files. */
export const campHistory: History = { name: 'camps', stage };

async function stage(app: TestApp): Promise<Stage> {
  const instructor = await app.asInstructor();
  const student = await app.asStudent();
  const camp = await instructor.call(camps.create, { name: 'Spring', timeZone: 'UTC' });
  const { id: campId } = camp;
  await student.call(camps.join, { code: camp.joinCode ?? '' });
  const newcomers: SignedIn[] = [];
  let imported: string[] = [];
  let invited = false;
  let profiles = 0;
  let removed = false;
  const now = (): Promise<Camp> => instructor.call(camps.get, { campId });

  const steps: Stage['steps'] = [
    {
      name: 'the camp is renamed',
      tells: ['camp.changed'],
      run: async () => {
        const { version } = await now();
        await instructor.call(camps.change, { campId, name: `Spring ${version}`, version });
      },
    },
    {
      name: 'the link to join is renewed',
      tells: ['camp.changed'],
      run: () => instructor.call(camps.renewJoinLink, { campId, open: true }),
    },
    {
      name: 'somebody joins',
      tells: ['member.joined', 'camp.joined'],
      run: async () => {
        const { joinCode } = await now();
        const newcomer = await app.asStudent(`Newcomer ${newcomers.length}`);
        await newcomer.call(camps.join, { code: joinCode ?? '' });
        newcomers.push(newcomer);
      },
    },
    {
      name: 'a roster is imported',
      tells: ['import.progress', 'import.finished'],
      run: async () => {
        const rows = [imported.length, imported.length + 1].map((n) => `Row ${n},row${n}@example.org,chess`);
        const content = ['Name,Email,Interests', ...rows].join('\n');
        const { id: importId } = await instructor.call(camps.readImport, { campId, fileName: 'r.csv', content });
        await instructor.call(camps.applyImport, { campId, importId });
        await eventually('the import', async () => {
          return (await instructor.call(camps.getImport, { campId, importId })).state === 'applied';
        });
        imported = [...imported, importId];
      },
    },
    {
      name: 'an instructor is added',
      tells: ['member.joined', 'camp.joined'],
      ready: () => !invited,
      run: async () => {
        const { user } = await app.asInstructor('Ivo Invited');
        await instructor.call(camps.addStaff, { campId, email: user.email });
        invited = true;
      },
    },
    {
      name: 'a student changes their profile',
      tells: ['member.changed'],
      run: async () => {
        profiles += 1;
        const { version } = await student.call(camps.myProfile, {});
        await student.call(camps.saveProfile, { profile: { ...PROFILE, goals: [`Goal ${profiles}`] }, version });
      },
    },
    {
      name: 'a newcomer is taken out',
      tells: ['member.left'],
      ready: () => newcomers.length > 0,
      run: async () => {
        const { user } = newcomers.pop() as SignedIn;
        const { items } = await instructor.call(camps.members, { campId, ...EVERYBODY });
        const { id: memberId = '' } = items.find(({ userId }) => userId === user.id) ?? {};
        await instructor.call(camps.removeMember, { campId, memberId });
      },
    },
    {
      name: 'the camp is removed',
      tells: ['camp.deleted'],
      last: true,
      run: async () => {
        removed = true;
        await instructor.call(camps.remove, { campId });
      },
    },
  ];

  const shown = [view('camps.list', EVERYBODY), view('camps.get', { campId })];
  const people = view('camps.members', { campId, ...EVERYBODY });
  return {
    steps,
    onlookers: [
      {
        who: instructor,
        hears: () => (removed ? [] : [`camp:${campId}`]),
        sees: () => [
          ...shown,
          people,
          view('matching.getPolicy', { campId }),
          ...imported.map((importId) => view('camps.getImport', { campId, importId })),
        ],
      },
      {
        who: student,
        hears: () => [...(removed ? [] : [`camp:${campId}` as const]), `user:${student.user.id}`],
        sees: () => [...shown, people],
      },
    ],
  };
}
