import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { breathing } from '../../../../kernel/breathing.js';
import { Database } from '../../../../platform/database/index.js';
import { exposureSteps } from '../../domain/adaptive/exposure.js';
import { bankOf } from '../../domain/attempt/frozen-bank.js';
import { ExposureStore } from '../../store/attempts/exposure-store.js';
import type { LIMIT_EXPOSURE } from '../jobs.js';
import { TrackBanks } from './track-banks.js';

/** The same lots for the same bank, on whatever machine. */
const SEED = 1985;

/**
 * Works out how often each question may be asked, so that none is seen by all; attempts that began before go on without.
 * Between the tests that it simulates, some seconds of work in all, the process does what else there is.
 */
@Injectable()
export class LimitExposure {
  constructor(
    private readonly database: Database,
    private readonly exposure: ExposureStore,
    private readonly banks: TrackBanks,
  ) {}

  async run({ campId, track }: z.output<typeof LIMIT_EXPOSURE.payload>): Promise<void> {
    const { frozen, measure, uncontrolled } = await this.banks.of(campId, track);
    if (!uncontrolled || frozen.items.length === 0) return;
    const found = await breathing(exposureSteps(bankOf(frozen), { seed: SEED }));
    const controls = Object.fromEntries(found.controls);
    await this.database.transaction((tx) => this.exposure.keep(tx, measure, controls));
  }
}
