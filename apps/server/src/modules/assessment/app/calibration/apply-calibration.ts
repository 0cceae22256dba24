import { Injectable } from '@nestjs/common';
import type { Calibration, calibrations, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError } from '../../../../kernel/app-error.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { BankStore } from '../../store/bank/bank-store.js';
import { CalibrationStore, type Proposed } from '../../store/calibration/calibration-store.js';
import { EstimateStore } from '../../store/calibration/estimate-store.js';
import { CalibrationView } from './calibration-view.js';

/**
 * Attempts that start from now on take what was proposed, of all questions or of some; those that have begun go on with
 * what they froze. It can be done again with others. Of a question that is asked otherwise by now nothing can be taken.
 */
@Injectable()
export class ApplyCalibration {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly bank: BankStore,
    private readonly store: CalibrationStore,
    private readonly estimates: EstimateStore,
    private readonly view: CalibrationView,
  ) {}

  async run(
    actor: Actor,
    { campId, calibrationId, items }: ParsedInputOf<typeof calibrations.apply>,
  ): Promise<Calibration> {
    await this.access.require(actor, campId, 'assessment.manage');
    const before = await this.view.one(campId, calibrationId);
    await this.database.transaction(async (tx) => {
      const row = await this.store.lockProposed(tx, calibrationId);
      if (row === null) throw new AppError('conflict', { detail: `This calibration is ${before.state}.` });
      const usable = await this.usable(tx, campId, await this.store.proposal(calibrationId, tx));
      const taken = items === undefined ? [...usable.values()] : chosen(items, usable);
      await this.estimates.put(tx, campId, taken.map(estimateOf));
      const applied = new Set([...row.applied, ...taken.map(({ slug }) => slug)]);
      await this.store.apply(tx, calibrationId, [...applied]);
      await this.streams.append(tx, `camp:${campId}`, 'calibration.changed', { calibrationId, state: 'applied' });
      await this.streams.append(tx, `camp:${campId}`, 'items.changed', { campId });
    });
    return this.view.one(campId, calibrationId);
  }

  /** By each question's id, what is proposed of those that are still asked as they were. */
  private async usable(tx: Sql, campId: string, proposal: readonly Proposed[]): Promise<ReadonlyMap<string, Proposed>> {
    const bySlug = new Map(proposal.map((proposed) => [proposed.slug, proposed]));
    const usable = new Map<string, Proposed>();
    for (const { id, slug, askedHash } of await this.bank.standing(campId, [...bySlug.keys()], tx)) {
      const proposed = bySlug.get(slug);
      if (proposed?.askedHash === askedHash) usable.set(id, proposed);
    }
    return usable;
  }
}

function chosen(ids: readonly string[], usable: ReadonlyMap<string, Proposed>): Proposed[] {
  const fields = ids.flatMap((id, at) =>
    usable.has(id) ? [] : { field: `items.${at}`, message: 'Nothing is proposed of this question as it is asked now' },
  );
  if (fields.length > 0) throw new AppError('invalid_input', { fields });
  return [...new Set(ids)].flatMap((id) => usable.get(id) ?? []);
}

const estimateOf = ({ slug, askedHash, after: parameters, errors }: Proposed) => ({
  slug,
  askedHash,
  parameters,
  errors,
});
