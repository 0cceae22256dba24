import { Injectable } from '@nestjs/common';
import type { Camp, camps, ParsedInputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/index.js';
import { CampStore } from '../store/camp-store.js';
import { CampView } from './camp-view.js';
import { Membership } from './membership.js';

/** By link, as a student. The link is the permission; joining again changes nothing. */
@Injectable()
export class JoinCamp {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly camps: CampStore,
    private readonly membership: Membership,
    private readonly view: CampView,
  ) {}

  async run(actor: Actor, { code }: ParsedInputOf<typeof camps.join>): Promise<Camp> {
    const { userId } = personBehind(actor);
    const camp = await this.camps.findByJoinCode(this.database.sql, code);
    if (camp === null) throw notFound('The camp of this join link');
    const person = await this.membership.person(userId);
    await this.database.transaction(async (tx) => {
      const locked = await this.camps.lock(tx, camp.id);
      if (locked === null || locked.joinCode !== code) throw notFound('The camp of this join link');
      await this.membership.enter(tx, camp.id, person, 'student', this.clock.now());
    });
    return this.view.one(actor, camp.id);
  }
}
