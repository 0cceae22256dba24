import { Injectable } from '@nestjs/common';
import type { CalibratedItem, Calibration, CalibrationSummary } from '@tailcamp/contracts';
import { notFound } from '../../../../kernel/app-error.js';
import { Streams } from '../../../../platform/streams/index.js';
import { MOST_ROUNDS } from '../../domain/calibration/calibrate.js';
import { questionIn } from '../../domain/content/stem.js';
import { BankStore } from '../../store/bank/bank-store.js';
import { type CalibrationRow, CalibrationStore } from '../../store/calibration/calibration-store.js';
import { LibraryStore } from '../../store/library/library-store.js';

/** Calibrations as staff see them; nobody else sees any. */
@Injectable()
export class CalibrationView {
  constructor(
    private readonly store: CalibrationStore,
    private readonly bank: BankStore,
    private readonly library: LibraryStore,
    private readonly streams: Streams,
  ) {}

  /** Track → its title, as the camp sees it. */
  async titles(campId: string): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.library.tracks(campId)).map(({ slug, title }) => [slug, title]));
  }

  summary(row: CalibrationRow, titles: ReadonlyMap<string, string>): CalibrationSummary {
    const { id, track, state, iteration, learners, answers, createdAt, finishedAt } = row;
    return {
      id,
      track: { id: track, title: titles.get(track) ?? track },
      state,
      iteration,
      of: MOST_ROUNDS,
      learners,
      answers,
      createdAt: createdAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    };
  }

  /** @throws AppError `not_found` when the camp has no such calibration */
  async one(campId: string, id: string): Promise<Calibration> {
    const seq = await this.streams.sequence(`camp:${campId}`);
    const row = await this.store.find(id);
    if (row?.campId !== campId) throw notFound('The calibration');
    const titles = await this.titles(campId);
    return { ...this.summary(row, titles), items: await this.items(row), problem: row.problem, seq };
  }

  private async items({ id, campId, applied }: CalibrationRow): Promise<CalibratedItem[]> {
    const proposal = await this.store.proposal(id);
    const slugs = proposal.map(({ slug }) => slug);
    const standing = new Map((await this.bank.standing(campId, slugs)).map((row) => [row.slug, row]));
    return proposal.flatMap(({ slug, askedHash, infit, outfit, misfits, ...figures }) => {
      const now = standing.get(slug);
      if (now === undefined) return [];
      return {
        ...figures,
        itemId: now.id,
        slug,
        question: questionIn(now.item.stem),
        fit: { infit, outfit },
        misfits: [...misfits],
        applied: applied.includes(slug),
        edited: now.askedHash !== askedHash,
      };
    });
  }
}
