import { Injectable } from '@nestjs/common';
import type { BankItem, itemBank, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { CampAccess } from '../../../camps/index.js';
import { BankView } from './bank-view.js';

/** One question with its key, its reports and how it came to be so. */
@Injectable()
export class GetItem {
  constructor(
    private readonly access: CampAccess,
    private readonly view: BankView,
  ) {}

  async run(actor: Actor, { campId, itemId }: ParsedInputOf<typeof itemBank.get>): Promise<BankItem> {
    await this.access.require(actor, campId, 'assessment.manage');
    return this.view.one(campId, itemId);
  }
}
