import { Injectable } from '@nestjs/common';
import type { camps, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../kernel/actor.js';
import { stale } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { MemberStore } from '../store/member-store.js';
import { ProfileStore } from '../store/profile-store.js';
import { MyProfile } from './my-profile.js';

/** One's own profile; every camp one is in hears of it. */
@Injectable()
export class SaveProfile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly members: MemberStore,
    private readonly profiles: ProfileStore,
    private readonly mine: MyProfile,
  ) {}

  async run(
    actor: Actor,
    { profile, version }: ParsedInputOf<typeof camps.saveProfile>,
  ): Promise<OutputOf<typeof camps.saveProfile>> {
    const { userId } = personBehind(actor);
    const saved = await this.database.transaction(async (tx) => {
      if (!(await this.profiles.save(tx, userId, profile, version, this.clock.now()))) return false;
      for (const { campId, memberId } of await this.members.campsOf(tx, userId)) {
        await this.streams.append(tx, `camp:${campId}`, 'member.changed', { memberId });
      }
      return true;
    });
    if (!saved) throw stale(await this.mine.run(actor));
    return { profile, version: version + 1 };
  }
}
