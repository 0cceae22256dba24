import { Injectable } from '@nestjs/common';
import type { matching, ParsedInputOf, PolicyPreview } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { CampAccess } from '../../camps/index.js';
import { contradictionsIn } from '../domain/contradictions.js';
import { Cohorts } from './cohorts.js';
import { PolicyAdvice } from './policy-advice.js';

/** What a policy that is still being written would do to the students as they are. For staff alone: it tells of answers. */
@Injectable()
export class PreviewPolicy {
  constructor(
    private readonly access: CampAccess,
    private readonly cohorts: Cohorts,
    private readonly advice: PolicyAdvice,
  ) {}

  async run(actor: Actor, { campId, policy }: ParsedInputOf<typeof matching.previewPolicy>): Promise<PolicyPreview> {
    await this.access.require(actor, campId, 'camp.match');
    const cohort = await this.cohorts.of(campId);
    const { columns: _, fields, ...found } = await this.advice.check(policy, cohort);
    return { ...found, fields: [...contradictionsIn(policy), ...fields], students: cohort.rows.length };
  }
}
