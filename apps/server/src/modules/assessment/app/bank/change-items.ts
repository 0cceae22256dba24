import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { BankItem, Item, itemBank, ParsedInputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../../kernel/actor.js';
import { AppError, notFound, stale } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { saysOtherFigures } from '../../domain/irt/item-parameters.js';
import { BankStore, type StandingItem } from '../../store/bank/bank-store.js';
import { EstimateStore } from '../../store/calibration/estimate-store.js';
import { type Change, LibraryStore } from '../../store/library/library-store.js';
import { BankView } from './bank-view.js';

/**
 * Writes questions of a camp. One of the library is never touched: the camp gets a copy, which stands in its place under
 * the same name. Attempts that have begun go on with the version that they froze.
 */
@Injectable()
export class ChangeItems {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly library: LibraryStore,
    private readonly store: BankStore,
    private readonly estimates: EstimateStore,
    private readonly view: BankView,
  ) {}

  async create(actor: Actor, { campId, item }: ParsedInputOf<typeof itemBank.create>): Promise<BankItem> {
    await this.access.require(actor, campId, 'assessment.manage');
    await this.checkSkill(campId, item);
    const change = this.by(actor);
    const id = await this.database.transaction(async (tx) => {
      // Of a library's question of this name, a new one would be a change that nobody meant.
      if ((await this.store.idsOf(campId, item.id, tx)).length > 0) return null;
      const inserted = await this.store.insert(tx, { campId, item, version: 1, state: 'active' }, change);
      if (inserted !== null) await this.tell(tx, campId);
      return inserted;
    });
    if (id === null) {
      const message = `There is a question “${item.id}” already`;
      throw new AppError('already_exists', { detail: `${message}.`, fields: [{ field: 'item.id', message }] });
    }
    return this.view.one(campId, id);
  }

  async change(actor: Actor, input: ParsedInputOf<typeof itemBank.change>): Promise<BankItem> {
    const { campId, itemId, item, version } = input;
    await this.access.require(actor, campId, 'assessment.manage');
    await this.checkSkill(campId, item);
    return this.write(campId, itemId, version, async (tx, before) => {
      if (item.id !== before.slug) {
        const message = `The question is called “${before.slug}”, and keeps its name`;
        throw new AppError('invalid_input', { fields: [{ field: 'item.id', message }] });
      }
      if (isDeepStrictEqual(item, before.item)) return before.id;
      // An estimate is dropped by the database where the question is asked otherwise; here, where its author says other
      // figures, for else nothing would come of them.
      if (saysOtherFigures(item, before.item)) await this.estimates.drop(tx, campId, before.slug);
      if (before.campId === null) return this.copy(tx, campId, before, item, before.state, this.by(actor));
      await this.store.update(tx, before, item, this.by(actor));
      return before.id;
    });
  }

  async retire(actor: Actor, input: ParsedInputOf<typeof itemBank.retire>): Promise<BankItem> {
    const { campId, itemId, retired, version } = input;
    await this.access.require(actor, campId, 'assessment.manage');
    const state = retired ? 'retired' : 'active';
    return this.write(campId, itemId, version, async (tx, before) => {
      if (before.state === state) return before.id;
      if (before.campId === null) return this.copy(tx, campId, before, before.item, state, this.by(actor));
      await this.library.setState(tx, [before.id], state);
      return before.id;
    });
  }

  /** @param work what is written to the question, if it still is as it was seen; @returns its id after that */
  private async write(
    campId: string,
    itemId: string,
    version: number,
    work: (tx: Sql, before: StandingItem) => Promise<string>,
  ): Promise<BankItem> {
    const id = await this.database.transaction(async (tx) => {
      const before = await this.store.lock(tx, campId, itemId);
      if (before === null) throw notFound('The question');
      if (before.version !== version) return null;
      const written = await work(tx, before);
      await this.tell(tx, campId);
      return written;
    });
    const now = await this.view.one(campId, id ?? itemId);
    if (id === null) throw stale(now);
    return now;
  }

  /** Its version goes on from the library's, so that whoever has seen that one is told when they come later. */
  private async copy(
    tx: Sql,
    campId: string,
    { version, slug }: StandingItem,
    item: Item,
    state: StandingItem['state'],
    change: Change,
  ): Promise<string> {
    const id = await this.store.insert(tx, { campId, item, version: version + 1, state }, change);
    if (id === null) throw new Error(`The camp had “${slug}” already, though the library's was locked`);
    return id;
  }

  /** @throws AppError `invalid_input` for a skill that the camp does not see */
  private async checkSkill(campId: string, { skill }: Item): Promise<void> {
    if ((await this.library.skills(campId)).some(({ slug }) => slug === skill)) return;
    throw new AppError('invalid_input', {
      fields: [{ field: 'item.skill', message: `There is no skill “${skill}”` }],
    });
  }

  private by(actor: Actor): Change {
    return { byUser: actor.kind === 'user' ? personBehind(actor).userId : null, at: this.clock.now() };
  }

  private async tell(tx: Sql, campId: string): Promise<void> {
    await this.streams.append(tx, `camp:${campId}`, 'items.changed', { campId });
  }
}
