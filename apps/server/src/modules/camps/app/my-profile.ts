import { Injectable } from '@nestjs/common';
import type { camps, OutputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../kernel/actor.js';
import { Database } from '../../../platform/database/index.js';
import { NEVER_FREE } from '../domain/availability.js';
import { ProfileStore } from '../store/profile-store.js';

/** What somebody sees who never saved a profile. */
const EMPTY = { interests: [], goals: [], languages: [], roles: [], timeZone: 'UTC', availability: NEVER_FREE };

@Injectable()
export class MyProfile {
  constructor(
    private readonly database: Database,
    private readonly profiles: ProfileStore,
  ) {}

  async run(actor: Actor): Promise<OutputOf<typeof camps.myProfile>> {
    const saved = await this.profiles.find(this.database.sql, personBehind(actor).userId);
    return saved ?? { profile: EMPTY, version: 0 };
  }
}
