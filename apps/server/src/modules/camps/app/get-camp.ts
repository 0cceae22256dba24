import { Injectable } from '@nestjs/common';
import type { Camp, camps, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { CampAccess } from './camp-access.js';
import { CampView } from './camp-view.js';

@Injectable()
export class GetCamp {
  constructor(
    private readonly access: CampAccess,
    private readonly view: CampView,
  ) {}

  async run(actor: Actor, { campId }: ParsedInputOf<typeof camps.get>): Promise<Camp> {
    await this.access.require(actor, campId, 'camp.see');
    return this.view.one(actor, campId);
  }
}
