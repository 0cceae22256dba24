import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id.js';
import type { Sql } from '../../../platform/database/index.js';
import type { Person } from '../../identity/index.js';
import { type CampSettings, CampStore } from '../store/camp-store.js';
import { newJoinCode } from './join-code.js';
import { Membership } from './membership.js';

/** Opens a camp with its first instructor: what creating and copying have in common. */
@Injectable()
export class NewCamp {
  constructor(
    private readonly camps: CampStore,
    private readonly membership: Membership,
  ) {}

  /** @returns the id of the camp */
  async open(tx: Sql, settings: CampSettings, founder: Person, now: Date): Promise<string> {
    const { name, startsOn, endsOn, timeZone } = settings;
    const id = newId(now.getTime());
    const joinCode = newJoinCode();
    await this.camps.insert(tx, {
      id,
      name,
      startsOn,
      endsOn,
      timeZone,
      demo: false,
      joinCode,
      version: 1,
      createdAt: now,
    });
    await this.membership.enter(tx, id, founder, 'instructor', now);
    return id;
  }
}
