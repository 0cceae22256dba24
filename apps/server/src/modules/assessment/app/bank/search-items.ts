import { Injectable } from '@nestjs/common';
import type { itemBank, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError } from '../../../../kernel/app-error.js';
import { decodeCursor, pageOf } from '../../../../kernel/page.js';
import { CampAccess } from '../../../camps/index.js';
import { holdsWords } from '../../domain/bank/words.js';
import { AnswerStore } from '../../store/bank/answer-store.js';
import { BankStore } from '../../store/bank/bank-store.js';
import { BankView } from './bank-view.js';

/** The questions of a camp that are looked for, by name. */
@Injectable()
export class SearchItems {
  constructor(
    private readonly access: CampAccess,
    private readonly store: BankStore,
    private readonly answers: AnswerStore,
    private readonly view: BankView,
  ) {}

  async run(actor: Actor, input: ParsedInputOf<typeof itemBank.search>): Promise<OutputOf<typeof itemBank.search>> {
    const { campId, cursor, limit, search = '', ...filter } = input;
    await this.access.require(actor, campId, 'assessment.manage');
    const { easiest = -5, hardest = 5 } = filter;
    if (easiest > hardest) {
      const message = 'The easiest is not harder than the hardest';
      throw new AppError('invalid_input', { fields: [{ field: 'easiest', message }] });
    }
    const after = cursor === undefined ? '' : String(decodeCursor(cursor, 1)[0]);
    const found = (await this.store.matching(campId, filter)).filter(({ words }) => holdsWords(words, search));
    const from = found.findIndex(({ slug }) => slug === after) + 1;
    const { items, next } = pageOf(found.slice(from, from + limit + 1), limit, ({ slug }) => [slug]);
    const rows = await this.store.standing(
      campId,
      items.map(({ slug }) => slug),
    );
    const tallies = await this.answers.tallies(campId, rows);
    return { items: rows.map((row) => this.view.summary(row, tallies.get(row.slug))), next, total: found.length };
  }
}
