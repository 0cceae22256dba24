import { Injectable } from '@nestjs/common';
import type { Member } from '@tailcamp/contracts';
import { type Actor } from '../../../kernel/actor.js';
import { may } from '../../../kernel/permissions.js';
import { Database } from '../../../platform/database/index.js';
import type { RosterMember } from '../domain/roster-member.js';
import { ProfileStore } from '../store/profile-store.js';
import type { CampStanding } from './camp-access.js';

/** Members as one person sees them: e-mails are for staff, profiles for staff and for their owners. */
@Injectable()
export class MemberView {
  constructor(
    private readonly database: Database,
    private readonly profiles: ProfileStore,
  ) {}

  async of(actor: Actor, standing: CampStanding, members: readonly RosterMember[]): Promise<Member[]> {
    const staff = may(actor, 'camp.see-private', standing);
    const open = members.filter((member) => staff || member.id === standing.memberId);
    const profiles = await this.profiles.findAll(
      this.database.sql,
      open.flatMap(({ userId }) => userId ?? []),
    );
    return members.map(({ id, userId, name, email, role, joinedAt }) => ({
      id,
      userId,
      name,
      email: staff ? email : null,
      role,
      profile: userId === null ? null : (profiles.get(userId) ?? null),
      joinedAt: joinedAt.toISOString(),
    }));
  }
}
