import { Injectable } from '@nestjs/common';
import type { CampPolicy, matching, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { CampAccess } from '../../camps/index.js';
import { PolicyStore } from '../store/policy-store.js';
import { Cohorts } from './cohorts.js';
import { PolicyAdvice } from './policy-advice.js';

/** The policy that somebody saved, or the one we propose for the students as they are. */
@Injectable()
export class GetPolicy {
  constructor(
    private readonly access: CampAccess,
    private readonly store: PolicyStore,
    private readonly cohorts: Cohorts,
    private readonly advice: PolicyAdvice,
  ) {}

  async run(actor: Actor, { campId }: ParsedInputOf<typeof matching.getPolicy>): Promise<CampPolicy> {
    await this.access.require(actor, campId, 'camp.match');
    const cohort = await this.cohorts.of(campId);
    const students = cohort.rows.length;
    const saved = await this.store.find(campId);
    if (saved === null) {
      return { ...(await this.advice.propose(cohort)), proposed: true, students, version: 0 };
    }
    const { columns, notices, fields, impossible } = await this.advice.check(saved.policy, cohort);
    const broken = fields.map(({ message }) => message);
    const hopeless = impossible === null ? [] : [impossible.why];
    return { ...saved, proposed: false, notices: [...broken, ...hopeless, ...notices], columns, students };
  }
}
