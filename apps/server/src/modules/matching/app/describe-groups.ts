import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { Solver, SolverRefusal } from '../../../platform/solver/index.js';
import { Log } from '../../../platform/telemetry/index.js';
import { Regroup, StandingGroups } from '../../groups/index.js';
import { weighed } from '../domain/queue/grounds.js';
import { Cohorts } from './cohorts.js';
import { QueueRules } from './queue/queue-rules.js';

/** Says anew how well groups fit whose members were changed by hand, by the policy that the camp has now. */
@Injectable()
export class DescribeGroups {
  constructor(
    private readonly database: Database,
    private readonly solver: Solver,
    private readonly groups: StandingGroups,
    private readonly regroup: Regroup,
    private readonly rules: QueueRules,
    private readonly cohorts: Cohorts,
    private readonly log: Log,
  ) {}

  /** Groups that are described already are left as they are, so that being told twice changes nothing. */
  async run(campId: string, groupIds: ReadonlySet<string>): Promise<void> {
    const standing = await this.groups.inCamp(campId);
    const changed = standing.filter(
      ({ id, described, memberIds }) => groupIds.has(id) && !described && memberIds.length > 0,
    );
    if (changed.length === 0) return;
    const { policy } = await this.rules.of(campId);
    const cohort = await this.cohorts.of(campId);
    try {
      for (const { id, name, version, memberIds } of changed) {
        const scored = await this.solver.evaluate({ policy, cohort, groups: [{ name, members: memberIds }] });
        const [matched] = scored.groups;
        if (matched === undefined) throw new Error('One group comes to one evaluation');
        const [pairs, free] = [scored.pairs[name] ?? [], scored.free[name] ?? null];
        const described = weighed(policy, { memberIds, matched, pairs, free });
        // One that was changed again meanwhile is told of again.
        await this.database.transaction((tx) => this.regroup.describe(tx, id, version, described));
      }
    } catch (error) {
      if (!(error instanceof SolverRefusal)) throw error;
      this.log.warn({ err: error, campId }, 'groups changed by hand keep the explanation that they had');
    }
  }
}
