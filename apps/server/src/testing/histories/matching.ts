import { camps, groups, matching, type Run, scenarios } from '@tailcamp/contracts';
import type { TestApp } from '../app.js';
import { eventually } from '../eventually.js';
import { matchingCamp, POLICY, savePolicy, untilOver } from '../matching-camp.js';
import { type History, type Stage, type Step, type View, view } from './history.js';

/** Runs, what is made of their results, and the groups that come of them. */
export const matchingHistory: History = { name: 'matching and groups', stage };

async function stage(app: TestApp): Promise<Stage> {
  const camp = await matchingCamp(app, 12);
  const { campId, instructor, students } = camp;
  const [student] = students;
  await savePolicy(camp);
  const runs: Run[] = [];
  const opened: string[] = [];
  const seen = new Set<string>();
  let published = false;
  let accepted = '';

  const groupsNow = async () => {
    const { items } = await instructor.call(groups.list, { campId, limit: 200 });
    for (const { id } of items) seen.add(id);
    return items;
  };
  const versionOf = async (scenarioId: string) =>
    (await instructor.call(scenarios.get, { campId, scenarioId })).version;
  const accept = async () => {
    const { id: runId } = runs.at(-1) as Run;
    await instructor.call(matching.accept, { campId, runId });
    published = true;
    accepted = runId;
    await groupsNow();
  };

  const steps: Step[] = [
    {
      name: 'the policy is saved',
      tells: ['policy.changed'],
      run: () => savePolicy(camp, { ...POLICY, groupSize: { min: 3, max: 5 } }),
    },
    {
      name: 'a run',
      tells: ['run.started', 'run.progress', 'run.finished'],
      run: async () => {
        const { id } = await instructor.call(matching.start, { campId, seed: runs.length + 1 });
        runs.push(await untilOver(camp, id));
      },
    },
    {
      name: 'a run that is stopped',
      tells: ['run.started', 'run.finished'],
      run: async () => {
        const { id: runId } = await instructor.call(matching.start, { campId, seed: 9 });
        await instructor.send(matching.cancel, { campId, runId });
        await untilOver(camp, runId);
      },
    },
    {
      name: 'its result is accepted',
      tells: ['run.accepted'],
      ready: () => runs.length > 0 && accepted !== runs.at(-1)?.id,
      run: accept,
    },
    {
      name: 'a scenario is opened',
      tells: ['scenario.changed'],
      ready: () => runs.length > 0,
      run: async () => {
        const { id: runId } = runs.at(-1) as Run;
        const { id } = await instructor.call(scenarios.create, { campId, runId, name: `What if ${opened.length}` });
        opened.push(id);
      },
    },
    {
      name: 'a scenario is saved',
      tells: ['scenario.changed'],
      ready: () => opened.length > 0,
      run: async () => {
        const scenarioId = opened.at(-1) as string;
        const {
          name,
          groups: arranged,
          locked,
          policy,
          version,
        } = await instructor.call(scenarios.get, {
          campId,
          scenarioId,
        });
        const content = { name: `${name}!`, groups: arranged, locked, policy };
        await instructor.call(scenarios.save, { campId, scenarioId, ...content, version });
      },
    },
    {
      name: 'a scenario is published',
      tells: ['scenario.published'],
      ready: () => opened.length > 0,
      run: async () => {
        const scenarioId = opened.at(-1) as string;
        const version = await versionOf(scenarioId);
        await instructor.call(scenarios.publish, { campId, scenarioId, version, despite: true });
        published = true;
        accepted = '';
        await groupsNow();
      },
    },
    {
      name: 'a scenario is thrown away',
      tells: ['scenario.removed'],
      ready: () => opened.length > 1,
      run: () => instructor.call(scenarios.remove, { campId, scenarioId: opened.pop() as string }),
    },
    {
      name: 'another scenario is opened',
      tells: ['scenario.changed'],
      ready: () => runs.length > 0,
      run: async () => {
        const { id: runId } = runs[0] as Run;
        opened.push((await instructor.call(scenarios.create, { campId, runId, name: 'Another' })).id);
      },
    },
    {
      name: 'a group is renamed',
      tells: ['group.changed'],
      ready: () => published,
      run: async () => {
        const [{ id: groupId = '', name = '', version = 0 } = {}] = await groupsNow();
        await instructor.call(groups.change, { groupId, name: `${name}!`, version });
      },
    },
    {
      name: 'a member leaves the camp',
      tells: ['member.left', 'group.changed'],
      ready: () => published,
      run: async () => {
        const all = await groupsNow();
        const largest = all.toSorted((a, b) => b.members.length - a.members.length)[0];
        const memberId = largest?.members.at(-1)?.memberId ?? '';
        await instructor.call(camps.removeMember, { campId, memberId });
        await eventually('the group to know', async () => {
          return !(await groupsNow()).some(({ members }) => members.some((one) => one.memberId === memberId));
        });
      },
    },
    {
      name: 'a group is closed, and opened again',
      tells: ['group.dissolved', 'group.formed'],
      ready: () => published,
      run: async () => {
        const groupId = (await groupsNow()).at(-1)?.id ?? '';
        await instructor.call(groups.close, { groupId });
        await instructor.call(groups.reopen, { groupId });
      },
    },
  ];

  const groupPages = (): View[] => [...seen].map((groupId) => view('groups.get', { groupId }));
  return {
    steps,
    onlookers: [
      {
        who: instructor,
        hears: () => [`camp:${campId}`],
        sees: () => [
          view('matching.getPolicy', { campId }),
          view('matching.list', { campId, limit: 200 }),
          ...runs.map(({ id: runId }) => view('matching.get', { campId, runId })),
          view('scenarios.list', { campId, limit: 200 }),
          ...opened.map((scenarioId) => view('scenarios.get', { campId, scenarioId })),
          view('groups.list', { campId, limit: 200 }),
          view('groups.closed', { campId }),
          view('camps.members', { campId, limit: 200 }),
          view('camps.get', { campId }),
          view('queue.get', { campId }, 'history'),
          ...groupPages(),
        ],
      },
      {
        who: student as NonNullable<typeof student>,
        hears: () => [`camp:${campId}`, `user:${student?.user.id ?? ''}`],
        sees: () => [view('groups.list', { campId, limit: 200 }), view('groups.mine', {}), ...groupPages()],
      },
    ],
  };
}
