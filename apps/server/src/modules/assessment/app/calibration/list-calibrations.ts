import { Injectable } from '@nestjs/common';
import type { calibrations, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { AnswerStore } from '../../store/bank/answer-store.js';
import { BankStore } from '../../store/bank/bank-store.js';
import { CalibrationStore } from '../../store/calibration/calibration-store.js';
import { CalibrationView } from './calibration-view.js';

/** Nobody looks further back. */
const MOST = 100;

/** The calibrations of a camp, and of which tracks there could be one. */
@Injectable()
export class ListCalibrations {
  constructor(
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly bank: BankStore,
    private readonly answers: AnswerStore,
    private readonly store: CalibrationStore,
    private readonly view: CalibrationView,
  ) {}

  async run(
    actor: Actor,
    { campId }: ParsedInputOf<typeof calibrations.list>,
  ): Promise<OutputOf<typeof calibrations.list>> {
    await this.access.require(actor, campId, 'assessment.manage');
    const seq = await this.streams.sequence(`camp:${campId}`);
    const titles = await this.view.titles(campId);
    const rows = await this.store.list(campId, MOST);
    const tracks = [];
    for (const [id, title] of titles) {
      const volume = await this.answers.volume(campId, id, await this.bank.measuring(campId, id));
      tracks.push({ id, title, ...volume });
    }
    return { items: rows.map((row) => this.view.summary(row, titles)), tracks, seq };
  }
}
