import { Injectable } from '@nestjs/common';
import type { matching, ParsedInputOf, Policy, Run } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError } from '../../../kernel/app-error.js';
import type { Cohort } from '../../../platform/solver/index.js';
import { CampAccess, Roster } from '../../camps/index.js';
import { contradictionsIn } from '../domain/contradictions.js';
import { PolicyStore } from '../store/policy-store.js';
import { BeginRun } from './begin-run.js';
import { Cohorts } from './cohorts.js';
import { PolicyAdvice } from './policy-advice.js';
import { RunView } from './run-view.js';

/** Takes a snapshot of the students and has a job match them; one run of a camp at a time. */
@Injectable()
export class StartRun {
  constructor(
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly policies: PolicyStore,
    private readonly cohorts: Cohorts,
    private readonly advice: PolicyAdvice,
    private readonly begin: BeginRun,
    private readonly view: RunView,
  ) {}

  async run(actor: Actor, { campId, seed }: ParsedInputOf<typeof matching.start>): Promise<Run> {
    await this.access.require(actor, campId, 'camp.match');
    const cohort = await this.cohorts.of(campId);
    const policy = await this.policyFor(campId, cohort);
    const names = await this.roster.names(this.cohorts.memberIds(cohort));
    const snapshot = { cohort, names: Object.fromEntries(names) };
    const id = await this.begin.run({ campId, policy, seed, snapshot });
    return this.view.one(campId, id);
  }

  /** @throws AppError `cannot_be_satisfied` naming the rules that cannot be kept, as far as it can be proved beforehand */
  private async policyFor(campId: string, cohort: Cohort): Promise<Policy> {
    if (cohort.rows.length === 0) {
      throw new AppError('cannot_be_satisfied', { detail: 'The camp has no students to match yet.' });
    }
    const saved = await this.policies.find(campId);
    const { policy } = saved ?? (await this.advice.propose(cohort));
    const { fields, impossible } = await this.advice.check(policy, cohort);
    const wrong = [...contradictionsIn(policy), ...fields];
    if (wrong.length > 0) {
      const detail = 'The policy does not fit the students of the camp any more; change it first.';
      throw new AppError('cannot_be_satisfied', { detail, fields: wrong });
    }
    if (impossible !== null) {
      throw new AppError('cannot_be_satisfied', {
        detail: `${impossible.why}.`,
        fields: impossible.rules.map((message) => ({ field: 'policy', message })),
      });
    }
    return policy;
  }
}
