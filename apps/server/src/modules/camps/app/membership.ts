import { Injectable } from '@nestjs/common';
import type { CampRole } from '@tailcamp/contracts';
import { newId } from '../../../kernel/id.js';
import type { Sql } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { People, type Person } from '../../identity/index.js';
import type { RosterMember } from '../domain/roster-member.js';
import { MemberStore } from '../store/member-store.js';

/** How an account becomes a member of a camp: whoever opens, joins or is made staff comes in by here. */
@Injectable()
export class Membership {
  constructor(
    private readonly people: People,
    private readonly streams: Streams,
    private readonly members: MemberStore,
  ) {}

  /** The account behind a signed-in actor; look it up before the transaction. */
  async person(userId: string): Promise<Person> {
    const person = (await this.people.find([userId])).get(userId);
    if (person === undefined) throw new Error('A signed-in person has an account');
    return person;
  }

  /**
   * In the order of preference: the place this account has; the roster's entry with the same e-mail, which becomes
   * theirs; a new one. An instructor is never made a student. Hold the camp's lock.
   */
  async enter(tx: Sql, campId: string, person: Person, role: CampRole, now: Date): Promise<RosterMember> {
    const own = await this.members.ofUser(tx, campId, person.id);
    if (own !== null) return own.role === role || role === 'student' ? own : this.save(tx, { ...own, role });
    const listed = await this.members.byEmail(tx, campId, person.email);
    if (listed === null) return this.add(tx, campId, person, role, now);
    if (listed.userId !== null) return this.add(tx, campId, { ...person, email: null }, role, now);
    const entry = {
      ...listed,
      userId: person.id,
      name: person.name,
      role: listed.role === 'instructor' ? listed.role : role,
    };
    const saved = await this.save(tx, entry);
    await this.streams.append(tx, `user:${person.id}`, 'camp.joined', { campId });
    return saved;
  }

  private async add(
    tx: Sql,
    campId: string,
    { id: userId, name, email }: { id: string; name: string; email: string | null },
    role: CampRole,
    now: Date,
  ): Promise<RosterMember> {
    const id = newId(now.getTime());
    const member: RosterMember = { id, campId, userId, role, name, email, answers: {}, version: 1, joinedAt: now };
    await this.members.write(tx, [this.members.seal(member)]);
    await this.streams.append(tx, `camp:${campId}`, 'member.joined', { memberId: id });
    await this.streams.append(tx, `user:${userId}`, 'camp.joined', { campId });
    return member;
  }

  private async save(tx: Sql, member: RosterMember): Promise<RosterMember> {
    const changed = { ...member, version: member.version + 1 };
    await this.members.write(tx, [this.members.seal(changed)]);
    await this.streams.append(tx, `camp:${member.campId}`, 'member.changed', { memberId: member.id });
    return changed;
  }
}
