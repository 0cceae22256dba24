import { Injectable } from '@nestjs/common';
import type { Policy, QueueSettings } from '@tailcamp/contracts';
import { isQueuePolicy, proposeSettings } from '@tailcamp/matching';
import { PolicyStore } from '../../store/policy-store.js';
import { QueueStore } from '../../store/queue/queue-store.js';
import { Cohorts } from '../cohorts.js';
import { PolicyAdvice } from '../policy-advice.js';

export interface Rules {
  policy: Policy;
  /** False while the policy is our proposal. */
  policySaved: boolean;
  settings: QueueSettings;
  /** 0 while nobody has saved settings. */
  version: number;
}

/** For policies of named groups, which match in rounds only. */
const ROUNDS: QueueSettings = { mode: 'rounds', gatherMinutes: 0, steps: [], acceptMinutes: null, expireMinutes: 1440 };

/** What the queue of a camp goes by: the policy and settings that were saved, or those that we propose. */
@Injectable()
export class QueueRules {
  constructor(
    private readonly policies: PolicyStore,
    private readonly queues: QueueStore,
    private readonly cohorts: Cohorts,
    private readonly advice: PolicyAdvice,
  ) {}

  /** The same where somebody has opened the queue; null costs no look at the students. */
  async opened(campId: string): Promise<Pick<Rules, 'policy' | 'settings'> | null> {
    const queue = await this.queues.find(campId);
    const saved = queue?.settings?.mode === 'continuous' ? await this.policies.find(campId) : null;
    return saved === null || queue?.settings == null ? null : { policy: saved.policy, settings: queue.settings };
  }

  async of(campId: string): Promise<Rules> {
    const saved = await this.policies.find(campId);
    const policy = saved?.policy ?? (await this.advice.propose(await this.cohorts.of(campId))).policy;
    const queue = await this.queues.find(campId);
    const proposed = () => (isQueuePolicy(policy) ? proposeSettings(policy) : ROUNDS);
    return {
      policy,
      policySaved: saved !== null,
      settings: queue?.settings ?? proposed(),
      version: queue?.version ?? 0,
    };
  }
}
