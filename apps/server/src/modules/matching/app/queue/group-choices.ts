import { Injectable } from '@nestjs/common';
import type { MyQueue } from '@tailcamp/contracts';
import { type Effect, isQueuePolicy, type QueuePolicy } from '@tailcamp/matching';
import { AppError } from '../../../../kernel/app-error.js';
import { Solver, SolverRefusal } from '../../../../platform/solver/index.js';
import { type StandingGroup, StandingGroups } from '../../../groups/index.js';
import { isShort } from '../../domain/queue/short-group.js';
import { Cohorts } from '../cohorts.js';
import { QueueRules } from './queue-rules.js';

/** Groups offered to a member of one that has become too small. */
const OFFERED = 3;

/** Which groups that stand could take somebody in, by the rules of the policy as it stands. */
@Injectable()
export class GroupChoices {
  constructor(
    private readonly solver: Solver,
    private readonly groups: StandingGroups,
    private readonly cohorts: Cohorts,
    private readonly rules: QueueRules,
  ) {}

  /** What a member may choose when their group has become too small; null while it has not. */
  async of(campId: string, memberId: string): Promise<MyQueue['choices']> {
    const groups = await this.groups.inCamp(campId);
    const own = groups.find(({ memberIds }) => memberIds.includes(memberId));
    const { policy, settings } = await this.rules.of(campId);
    if (own === undefined || !isQueuePolicy(policy) || !isShort(own, policy.groupSize.min)) return null;
    const others = groups.filter(({ id }) => id !== own.id);
    const effects = await this.effects(campId, policy, others, [memberId]);
    const open = effects.filter(({ breaks }) => breaks.length === 0).slice(0, OFFERED);
    return {
      size: own.memberIds.length,
      least: policy.groupSize.min,
      groups: open.flatMap(({ group }) => {
        const found = others.find(({ id }) => id === group);
        return found === undefined ? [] : [{ groupId: group, name: found.name, members: found.memberIds.length }];
      }),
      queue: settings.mode === 'continuous',
    };
  }

  /**
   * The effect of students on groups that they are not in: what keeps the rules first, then the higher score.
   * @throws AppError `conflict` when the policy does not fit the students
   */
  async effects(
    campId: string,
    policy: QueuePolicy,
    groups: readonly StandingGroup[],
    memberIds: readonly string[],
  ): Promise<Effect[]> {
    const cohort = await this.cohorts.of(campId);
    const students = new Set(this.cohorts.memberIds(cohort));
    const standing = groups.map(({ id, memberIds: ids }) => ({ id, members: ids.filter((one) => students.has(one)) }));
    const asked = memberIds.filter((id) => students.has(id));
    try {
      const effects = await this.solver.place({ policy, cohort, groups: standing, students: asked });
      return effects.sort((a, b) => a.breaks.length - b.breaks.length || b.after - a.after);
    } catch (error) {
      if (!(error instanceof SolverRefusal)) throw error;
      throw new AppError('conflict', { detail: `The policy does not fit the students any more: ${error.message}.` });
    }
  }
}
