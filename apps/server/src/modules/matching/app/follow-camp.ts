import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/index.js';
import { PolicyStore } from '../store/policy-store.js';
import { RunStore } from '../store/run-store.js';
import { ScenarioStore } from '../store/scenario-store.js';

/** Keeps policies, runs and scenarios in step with their camps. Told at least once, so done twice it changes nothing. */
@Injectable()
export class FollowCamp {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly policies: PolicyStore,
    private readonly runs: RunStore,
    private readonly scenarios: ScenarioStore,
  ) {}

  /** A copied camp has the policy of the first, unless somebody has saved one for it meanwhile. */
  async campCopied(from: string, to: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const saved = await this.policies.find(from, tx);
      if (saved !== null) await this.policies.save(tx, to, saved.policy, 0, this.clock.now());
    });
  }

  async campRemoved(campId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.policies.remove(tx, campId);
      await this.scenarios.removeCamp(tx, campId);
      await this.runs.removeCamp(tx, campId);
    });
  }
}
