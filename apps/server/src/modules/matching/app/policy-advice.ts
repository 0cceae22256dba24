import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Policy } from '@tailcamp/contracts';
import { Cache } from '../../../platform/cache/index.js';
import { Cipher, type Sealed } from '../../../platform/cipher/index.js';
import { type Cohort, type PolicyCheck, type Proposal, Solver } from '../../../platform/solver/index.js';

const KEEP_MS = 10 * 60_000;

/** For a camp without students, where nothing can be proposed or held against anything. */
const EMPTY_PROPOSAL: Proposal = {
  policy: { groupSize: { min: 3, max: 5 }, criteria: [] },
  notices: [],
  columns: [],
};
const EMPTY_CHECK: PolicyCheck = {
  columns: [],
  notices: [],
  fields: [],
  impossible: null,
  criteria: [],
  trial: null,
};

/** What the engine says of a policy; kept a while, for the same students and policy always get the same advice. */
@Injectable()
export class PolicyAdvice {
  constructor(
    private readonly solver: Solver,
    private readonly cache: Cache,
    private readonly cipher: Cipher,
  ) {}

  propose(cohort: Cohort): Promise<Proposal> {
    if (cohort.rows.length === 0) return Promise.resolve(EMPTY_PROPOSAL);
    return this.kept({ cohort }, () => this.solver.propose(cohort));
  }

  check(policy: Policy, cohort: Cohort): Promise<PolicyCheck> {
    if (cohort.rows.length === 0) return Promise.resolve(EMPTY_CHECK);
    return this.kept({ policy, cohort }, () => this.solver.check(policy, cohort));
  }

  /** Sealed, for advice quotes answers and names. */
  private async kept<T>(question: object, ask: () => Promise<T>): Promise<T> {
    const hash = createHash('sha256').update(this.solver.engine).update(JSON.stringify(question)).digest('base64url');
    const place = { column: 'cache.policy-advice', row: hash };
    const known = await this.cache.get<Sealed>(`policy-advice:${hash}`);
    if (known !== undefined) return JSON.parse(this.cipher.open(place, known)) as T;
    const advice = await ask();
    await this.cache.set(`policy-advice:${hash}`, this.cipher.seal(place, JSON.stringify(advice)), KEEP_MS);
    return advice;
  }
}
