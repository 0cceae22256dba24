import { Injectable } from '@nestjs/common';
import type { CampRole, Profile } from '@tailcamp/contracts';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/id.js';
import { Database, type Sql } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import type { Answers, RosterMember } from '../domain/roster-member.js';
import { type CampSettings, CampStore } from '../store/camp-store.js';
import { MemberStore } from '../store/member-store.js';
import { ProfileStore } from '../store/profile-store.js';
import { newJoinCode } from './join-code.js';

export interface SeededCamp extends CampSettings {
  members: SeededMember[];
}
export interface SeededMember {
  userId: string | null;
  role: CampRole;
  name: string;
  email: string;
  answers: Answers;
  /** Saved for those who have an account. */
  profile: Profile | null;
}

/** The demo camp with everybody in it, in one transaction. Only the system seeds; it is in no contract. */
@Injectable()
export class SeedCamp {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly camps: CampStore,
    private readonly members: MemberStore,
    private readonly profiles: ProfileStore,
  ) {}

  /**
   * @param alongside what the caller writes in the same transaction
   * @returns the id of the camp
   */
  async run(seeded: SeededCamp, alongside: (tx: Sql) => PromiseLike<unknown>): Promise<string> {
    const now = this.clock.now();
    const campId = newId(now.getTime());
    const { name, startsOn, endsOn, timeZone } = seeded;
    const camp = {
      id: campId,
      name,
      startsOn,
      endsOn,
      timeZone,
      demo: true,
      joinCode: newJoinCode(),
      version: 1,
      createdAt: now,
    };
    const members = seeded.members.map(({ profile, ...member }): RosterMember => {
      return { ...member, id: newId(now.getTime()), campId, version: 1, joinedAt: now };
    });
    const profiles = seeded.members.flatMap(({ userId, profile }) => {
      return userId !== null && profile !== null ? [[userId, profile] as const] : [];
    });
    await this.database.transaction(async (tx) => {
      await this.camps.insert(tx, camp);
      await this.members.write(
        tx,
        members.map((member) => this.members.seal(member)),
      );
      await this.profiles.insertAll(tx, new Map(profiles), now);
      await this.streams.append(tx, `camp:${campId}`, 'camp.changed', { campId, version: 1 });
      await alongside(tx);
    });
    return campId;
  }
}
