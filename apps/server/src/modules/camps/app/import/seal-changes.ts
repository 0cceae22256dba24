import { setImmediate } from 'node:timers/promises';
import { newId } from '../../../../kernel/id.js';
import type { ImportPlan } from '../../domain/import/plan-import.js';
import type { MemberStore, SealedMember } from '../../store/member-store.js';
import type { ImportProgress } from './progress.js';

interface Surroundings {
  campId: string;
  now: Date;
  members: MemberStore;
  progress: ImportProgress;
}

const AT_ONCE = 100;

/** The rows that a plan writes, encrypted; a hundred at a time, so that requests are answered in between. */
export async function sealChanges(
  plan: ImportPlan,
  { campId, now, members, progress }: Surroundings,
): Promise<SealedMember[]> {
  const sealed: SealedMember[] = [];
  let done = 0;
  const next = async () => {
    if (done++ % AT_ONCE !== 0) return;
    await progress.reached(done - 1);
    await setImmediate();
  };
  for (const facts of plan.added) {
    await next();
    const id = newId(now.getTime());
    sealed.push(members.seal({ ...facts, id, campId, userId: null, role: 'student', version: 1, joinedAt: now }));
  }
  for (const { member, to } of plan.changed) {
    await next();
    sealed.push(members.seal({ ...member, ...to, version: member.version + 1 }));
  }
  return sealed;
}
