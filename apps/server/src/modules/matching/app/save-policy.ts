import { Injectable } from '@nestjs/common';
import type { CampPolicy, matching, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError, stale } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { CampAccess } from '../../camps/index.js';
import { contradictionsIn } from '../domain/contradictions.js';
import { PolicyStore } from '../store/policy-store.js';
import { Cohorts } from './cohorts.js';
import { GetPolicy } from './get-policy.js';
import { PolicyAdvice } from './policy-advice.js';
import { SaveSettings } from './queue/save-settings.js';

@Injectable()
export class SavePolicy {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly store: PolicyStore,
    private readonly cohorts: Cohorts,
    private readonly advice: PolicyAdvice,
    private readonly getPolicy: GetPolicy,
    private readonly queueSettings: SaveSettings,
  ) {}

  /** Columns are held against what the students answered; where there is no student yet, any policy may be prepared. */
  async run(actor: Actor, { campId, policy, version }: ParsedInputOf<typeof matching.savePolicy>): Promise<CampPolicy> {
    await this.access.require(actor, campId, 'camp.match');
    const { fields } = await this.advice.check(policy, await this.cohorts.of(campId));
    const wrong = [...contradictionsIn(policy), ...fields];
    if (wrong.length > 0) throw new AppError('invalid_input', { fields: wrong });
    const saved = await this.database.transaction(async (tx) => {
      const before = await this.store.find(campId, tx);
      if (!(await this.store.save(tx, campId, policy, version, this.clock.now()))) return false;
      await this.queueSettings.followPolicy(tx, campId, before?.policy ?? null, policy);
      await this.streams.append(tx, `camp:${campId}`, 'policy.changed', { version: version + 1 });
      return true;
    });
    const current = await this.getPolicy.run(actor, { campId });
    if (!saved) throw stale(current);
    return current;
  }
}
