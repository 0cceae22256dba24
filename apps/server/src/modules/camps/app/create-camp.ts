import { Injectable } from '@nestjs/common';
import type { Camp, camps, ParsedInputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { authorize } from '../../../kernel/permissions.js';
import { Database } from '../../../platform/database/index.js';
import { CampView } from './camp-view.js';
import { Membership } from './membership.js';
import { NewCamp } from './new-camp.js';

@Injectable()
export class CreateCamp {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly membership: Membership,
    private readonly newCamp: NewCamp,
    private readonly view: CampView,
  ) {}

  async run(actor: Actor, input: ParsedInputOf<typeof camps.create>): Promise<Camp> {
    authorize(actor, 'camps.create');
    const founder = await this.membership.person(personBehind(actor).userId);
    const id = await this.database.transaction((tx) => this.newCamp.open(tx, input, founder, this.clock.now()));
    return this.view.one(actor, id);
  }
}
