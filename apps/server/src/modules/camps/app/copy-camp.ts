import { Injectable } from '@nestjs/common';
import type { Camp, camps, ParsedInputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import { CampAccess } from './camp-access.js';
import { CampView } from './camp-view.js';
import { Membership } from './membership.js';
import { NewCamp } from './new-camp.js';
import { CAMP_COPIED } from './topics.js';

/** The settings of a camp without its people; other modules copy what is theirs when they hear of it. */
@Injectable()
export class CopyCamp {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly access: CampAccess,
    private readonly membership: Membership,
    private readonly newCamp: NewCamp,
    private readonly view: CampView,
  ) {}

  async run(actor: Actor, { campId, name }: ParsedInputOf<typeof camps.copy>): Promise<Camp> {
    const { camp } = await this.access.require(actor, campId, 'camp.copy');
    const founder = await this.membership.person(personBehind(actor).userId);
    const id = await this.database.transaction(async (tx) => {
      const copy = await this.newCamp.open(tx, { ...camp, name }, founder, this.clock.now());
      await this.outbox.put(tx, CAMP_COPIED, { from: campId, to: copy });
      return copy;
    });
    this.outbox.nudge();
    return this.view.one(actor, id);
  }
}
