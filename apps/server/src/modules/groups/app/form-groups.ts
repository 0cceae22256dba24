import { Injectable } from '@nestjs/common';
import type { CriterionScore, FreeHours } from '@tailcamp/contracts';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/id.js';
import type { Sql } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import { Roster } from '../../camps/index.js';
import { scoreForStudents } from '../domain/explanation.js';
import { goingOn, nameGoingOn } from '../domain/going-on.js';
import { type FormedGroup, type GroupRow, GroupStore } from '../store/group-store.js';
import { MembershipStore } from '../store/membership-store.js';
import { GroupNews } from './group-news.js';
import { GROUPS_FORMED } from './topics.js';

/** A group to form, with what it was formed on. */
export interface GroupToForm {
  name: string;
  memberIds: string[];
  score: number;
  /** In the order of the policy; a hard rule has weight 0. */
  criteria: (CriterionScore & { weight: number })[];
  /** How well each two members fit, rows and columns as in `memberIds`; empty where nothing is said of pairs. */
  pairs: number[][];
  /** When the members are free, as it was matched; without it, their profiles say. */
  free?: FreeHours | null;
}

/** Gives a camp its groups. For other modules, in their transaction: they have asked who may do it. */
@Injectable()
export class FormGroups {
  constructor(
    private readonly roster: Roster,
    private readonly outbox: Outbox,
    private readonly store: GroupStore,
    private readonly memberships: MembershipStore,
    private readonly news: GroupNews,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes these the groups of the camp, numbered from 1. A group whose members mostly stay together goes on, with what it
   * has made; the others are closed. Who has left the camp meanwhile is left out. Every member with an account hears of it.
   * @returns how many groups there are
   */
  async run(tx: Sql, campId: string, formed: readonly GroupToForm[]): Promise<number> {
    const members = await this.roster.members(campId, tx);
    const accounts = new Map(members.map(({ id, userId }) => [id, userId]));
    const standing = new Map((await this.store.lock(tx, campId)).map((group) => [group.id, group]));
    const before = await this.memberships.of([...standing.keys()], tx);
    const fresh = formedOf(campId, formed, accounts, 1);
    const goesOn = goingOn(
      before,
      fresh.map(({ memberIds }) => memberIds),
    );
    const groups = fresh.map(({ group, memberIds }, index): Formed => {
      const old = standing.get(goesOn[index] ?? '');
      if (old === undefined) return { group, memberIds, stayed: null };
      const name = nameGoingOn(old.name, group.name);
      return { group: { ...group, id: old.id, name }, memberIds, stayed: before.get(old.id) ?? [] };
    });
    const kept = new Set(groups.filter(({ stayed }) => stayed !== null).map(({ group }) => group.id));
    const closed = [...standing.values()].filter(({ id }) => !kept.has(id));
    const renewed = await this.replace(tx, groups, closed, [...standing.keys()]);
    await this.tell(tx, groups, accounts, renewed);
    for (const group of closed) await this.news.closed(tx, group, usersOf(before.get(group.id) ?? [], accounts));
    await this.outbox.put(tx, GROUPS_FORMED, { campId });
    await this.news.arranged(tx, campId, {
      ...differences(groups),
      opened: groups.filter(({ stayed }) => stayed === null).map(({ group }) => group.id),
      closed: closed.map(({ id }) => id),
    });
    return groups.length;
  }

  /**
   * Forms these beside the groups that stand, numbered on from them and named by their numbers. Their members are in the
   * camp and in no group: who may be elsewhere by now was left out by the caller, and a unique key refuses the rest.
   * @returns the ids of the groups, in the order given
   */
  async add(tx: Sql, campId: string, formed: readonly Omit<GroupToForm, 'name'>[]): Promise<string[]> {
    const all = formed.flatMap(({ memberIds }) => memberIds);
    const accounts = new Map<string, string | null>(all.map((id) => [id, null]));
    for (const [memberId, userId] of await this.roster.userIds(all, tx)) accounts.set(memberId, userId);
    const from = (await this.store.highestNumber(tx, campId)) + 1;
    const named = formed.map((group, index) => ({ ...group, name: `Group ${from + index}` }));
    const groups = formedOf(campId, named, accounts, from).map((each): Formed => ({ ...each, stayed: null }));
    await this.tell(tx, groups, accounts, await this.replace(tx, groups, [], []));
    const ids = groups.map(({ group }) => group.id);
    await this.news.arranged(tx, campId, { ...differences(groups), opened: ids });
    return ids;
  }

  /**
   * @param emptied the groups whose members are set down anew
   * @returns those that go on, as they are now
   */
  private async replace(
    tx: Sql,
    groups: readonly Formed[],
    closed: readonly GroupRow[],
    emptied: readonly string[],
  ): Promise<Map<string, GroupRow>> {
    const now = this.clock.now();
    const closedIds = closed.map(({ id }) => id);
    await this.memberships.end(tx, emptied);
    await this.store.close(tx, closedIds, now);
    const going = groups.filter(({ stayed }) => stayed !== null);
    for (const { group, memberIds, stayed } of going) {
      const left = stayed?.filter((id) => !memberIds.includes(id)) ?? [];
      await this.memberships.leave(tx, group.id, left, now);
      await this.store.loseLeader(tx, group.id, left);
    }
    const renewed = await this.store.renew(
      tx,
      going.map(({ group }) => group),
    );
    await this.store.insert(
      tx,
      groups.filter(({ stayed }) => stayed === null).map(({ group }) => group),
      now,
    );
    await this.memberships.fill(
      tx,
      groups.map(({ group, memberIds }) => ({ groupId: group.id, memberIds })),
      now,
    );
    return new Map(renewed.map((group) => [group.id, group]));
  }

  private async tell(
    tx: Sql,
    groups: readonly Formed[],
    accounts: ReadonlyMap<string, string | null>,
    renewed: ReadonlyMap<string, GroupRow>,
  ): Promise<void> {
    for (const { group, memberIds, stayed } of groups) {
      const row = renewed.get(group.id);
      if (row === undefined || stayed === null) {
        await this.news.formed(tx, group, usersOf(memberIds, accounts));
        continue;
      }
      await this.news.changed(tx, row, usersOf([...stayed, ...memberIds], accounts));
      const joined = memberIds.filter((id) => !stayed.includes(id));
      await this.news.joined(tx, row, usersOf(joined, accounts));
    }
  }
}

const usersOf = (memberIds: readonly string[], accounts: ReadonlyMap<string, string | null>): string[] =>
  memberIds.flatMap((id) => accounts.get(id) ?? []);

interface Formed {
  group: FormedGroup;
  memberIds: string[];
  /** Who was in it before, where it is one that goes on. */
  stayed: readonly string[] | null;
}

/** The groups as they are stored; who is not among `accounts` is left out, as are groups that would be empty. */
function formedOf(
  campId: string,
  formed: readonly GroupToForm[],
  accounts: ReadonlyMap<string, string | null>,
  from: number,
): { group: FormedGroup; memberIds: string[] }[] {
  return formed
    .map((group) => ({ ...group, here: group.memberIds.filter((id) => accounts.has(id)) }))
    .filter(({ here }) => here.length > 0)
    .map(({ name, here, memberIds, score, criteria, pairs, free = null }, index) => ({
      group: {
        id: newId(),
        campId,
        number: from + index,
        name,
        score,
        studentScore: scoreForStudents(criteria),
        grounds: { criteria, memberIds, pairs, free },
      },
      memberIds: here,
    }));
}

/** Who came into which group, and who left which. */
function differences(groups: readonly Formed[]) {
  const pairs = (pick: (each: Formed) => readonly string[]) =>
    groups.flatMap((each) => pick(each).map((memberId) => ({ groupId: each.group.id, memberId })));
  return {
    joined: pairs(({ memberIds, stayed }) => memberIds.filter((id) => !stayed?.includes(id))),
    left: pairs(({ memberIds, stayed }) => stayed?.filter((id) => !memberIds.includes(id)) ?? []),
  };
}
