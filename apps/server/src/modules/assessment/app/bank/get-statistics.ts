import { Injectable } from '@nestjs/common';
import { AUTOMATIC, type ItemStatistics, type itemBank, type ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { notFound } from '../../../../kernel/app-error.js';
import { breathing } from '../../../../kernel/breathing.js';
import { CampAccess } from '../../../camps/index.js';
import { chosenOf, curveOf, fitAmong } from '../../domain/bank/statistics.js';
import { type AnswerGiven, AnswerStore } from '../../store/bank/answer-store.js';
import { BankStore, parametersNow, type StandingItem } from '../../store/bank/bank-store.js';

/** How a question works in a camp: what its answers show beside what its curve expects. */
@Injectable()
export class GetStatistics {
  constructor(
    private readonly access: CampAccess,
    private readonly store: BankStore,
    private readonly answers: AnswerStore,
  ) {}

  async run(actor: Actor, { campId, itemId }: ParsedInputOf<typeof itemBank.statistics>): Promise<ItemStatistics> {
    await this.access.require(actor, campId, 'assessment.manage');
    const row = await this.store.find(campId, itemId);
    if (row === null) throw notFound('The question');
    const answers = await this.answers.to(campId, row);
    const measures = AUTOMATIC.some((kind) => kind === row.kind);
    const parameters = parametersNow(row.item, row.estimate);
    const fit = measures ? await this.fit(campId, row, answers) : null;
    const { infit = null, outfit = null, curve: observed = [], misfits = [] } = fit ?? {};
    return {
      answers: answers.length,
      right: answers.filter(({ right }) => right).length,
      unknown: answers.filter(({ answer }) => answer.kind === 'unknown').length,
      meanSeconds: answers.length === 0 ? null : sum(answers.map(({ seconds }) => seconds)) / answers.length,
      parameters,
      errors: row.estimate && {
        discrimination: row.estimate.discriminationError,
        difficulty: row.estimate.difficultyError,
      },
      fit: infit === null || outfit === null ? null : { infit, outfit },
      misfits: [...misfits],
      curve: measures ? curveOf(parameters) : [],
      observed: [...observed],
      options: chosenOf(row.item, answers),
    };
  }

  private async fit(campId: string, { slug, track }: StandingItem, answers: readonly AnswerGiven[]) {
    if (track === null || answers.length === 0) return null;
    const measuring = await this.store.measuring(campId, track);
    const attempts = answers.map(({ attemptId }) => attemptId);
    return breathing(fitAmong(slug, measuring, await this.answers.marked(attempts, measuring, false)));
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
