import { Injectable } from '@nestjs/common';
import { isQueuePolicy, type QueuePolicy } from '@tailcamp/matching';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import type { Sql } from '../../../../platform/database/index.js';
import { Solver } from '../../../../platform/solver/index.js';
import { Regroup, type StandingGroup, StandingGroups } from '../../../groups/index.js';
import { weighed } from '../../domain/queue/grounds.js';
import type { ProposalGrounds } from '../../domain/queue/proposal.js';
import { Cohorts } from '../cohorts.js';
import { GroupChoices } from './group-choices.js';
import { QueueRules } from './queue-rules.js';

/** A place in a group, checked: with it, the group is this. */
export interface CheckedPlace {
  group: StandingGroup;
  described: ProposalGrounds;
}

/** Takes one student into a group that stands, if that keeps its rules: checked before the transaction, made in it. */
@Injectable()
export class Placing {
  constructor(
    private readonly solver: Solver,
    private readonly groups: StandingGroups,
    private readonly regroup: Regroup,
    private readonly cohorts: Cohorts,
    private readonly rules: QueueRules,
    private readonly choices: GroupChoices,
  ) {}

  /** @throws AppError `conflict` for a policy of named groups, whose places a round gives */
  async policy(campId: string): Promise<QueuePolicy> {
    const { policy } = await this.rules.of(campId);
    if (isQueuePolicy(policy)) return policy;
    throw new AppError('conflict', { detail: 'The policy has named groups; their places are given by a round.' });
  }

  /** @throws AppError `not_found` without such a group, `conflict` naming the hard rules that it would break */
  async check(campId: string, groupId: string, memberId: string): Promise<CheckedPlace> {
    const policy = await this.policy(campId);
    const group = (await this.groups.inCamp(campId)).find(({ id }) => id === groupId);
    if (group === undefined) throw notFound('The group');
    if (group.memberIds.includes(memberId))
      throw new AppError('conflict', { detail: 'They are in this group already.' });
    const [effect] = await this.choices.effects(campId, policy, [group], [memberId]);
    if (effect === undefined) throw notFound('The student');
    if (effect.breaks.length > 0) {
      throw new AppError('conflict', { detail: `The group would break a rule: ${effect.breaks.join('; ')}.` });
    }
    const memberIds = [...group.memberIds, memberId];
    const groups = [{ name: group.name, members: memberIds }];
    const scored = await this.solver.evaluate({ policy, cohort: await this.cohorts.of(campId), groups });
    const [matched] = scored.groups;
    if (matched === undefined) throw new Error('One group comes to one evaluation');
    return {
      group,
      described: weighed(policy, {
        memberIds,
        matched,
        pairs: scored.pairs[group.name] ?? [],
        free: scored.free[group.name] ?? null,
      }),
    };
  }

  /** @throws AppError `conflict` when the group was changed since it was checked */
  async make(tx: Sql, { group, described }: CheckedPlace): Promise<void> {
    if (await this.regroup.join(tx, group.id, group.version, described)) return;
    throw new AppError('conflict', { detail: 'The group was changed in this moment; look again.' });
  }
}
