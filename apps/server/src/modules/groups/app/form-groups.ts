import { Injectable } from '@nestjs/common';
import type { CriterionScore, FreeHours } from '@tailcamp/contracts';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/id.js';
import type { Sql } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { Roster } from '../../camps/index.js';
import { scoreForStudents } from '../domain/explanation.js';
import { GroupStore, type NewGroup } from '../store/group-store.js';
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
    private readonly streams: Streams,
    private readonly store: GroupStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Dissolves the groups that the camp has and forms these, numbered from 1. Who has left the camp meanwhile is left
   * out. Every member with an account hears of it.
   * @returns how many groups were formed
   */
  async run(tx: Sql, campId: string, formed: readonly GroupToForm[]): Promise<number> {
    const members = await this.roster.members(campId, tx);
    const accounts = new Map(members.map(({ id, userId }) => [id, userId]));
    const dissolved = await this.store.dissolve(tx, campId);
    const fresh = this.numbered(campId, formed, accounts, 1);
    await this.store.insert(tx, fresh);
    for (const [groupId, memberIds] of dissolved) {
      await this.streams.append(tx, `group:${groupId}`, 'group.dissolved', { groupId, campId });
      await this.tell(tx, 'group.dissolved', { groupId, campId }, memberIds, accounts);
    }
    for (const { id, memberIds } of fresh) {
      await this.tell(tx, 'group.formed', { groupId: id, campId }, memberIds, accounts);
    }
    await this.outbox.put(tx, GROUPS_FORMED, { campId });
    return fresh.length;
  }

  /**
   * Forms these beside the groups that stand, numbered on from them and named by their numbers. Their members are in the
   * camp and in no group: who may be elsewhere by now was left out by the caller, and a unique key refuses the rest.
   * @returns the ids of the groups, in the order given
   */
  async add(tx: Sql, campId: string, formed: readonly Omit<GroupToForm, 'name'>[]): Promise<string[]> {
    const accounts = new Map<string, string | null>(
      await this.roster.userIds(
        formed.flatMap(({ memberIds }) => memberIds),
        tx,
      ),
    );
    for (const id of formed.flatMap(({ memberIds }) => memberIds)) accounts.set(id, accounts.get(id) ?? null);
    const from = (await this.store.highestNumber(tx, campId)) + 1;
    const named = formed.map((group, index) => ({ ...group, name: `Group ${from + index}` }));
    const fresh = this.numbered(campId, named, accounts, from);
    await this.store.insert(tx, fresh);
    for (const { id, memberIds } of fresh) {
      await this.tell(tx, 'group.formed', { groupId: id, campId }, memberIds, accounts);
    }
    return fresh.map(({ id }) => id);
  }

  /** The groups as they are stored; who is not among `accounts` is left out, as are groups that would be empty. */
  private numbered(
    campId: string,
    formed: readonly GroupToForm[],
    accounts: ReadonlyMap<string, string | null>,
    from: number,
  ): NewGroup[] {
    const createdAt = this.clock.now();
    return formed
      .map((group) => ({
        ...group,
        memberIds: group.memberIds.filter((id) => accounts.has(id)),
        asked: group.memberIds,
      }))
      .filter(({ memberIds }) => memberIds.length > 0)
      .map(({ name, memberIds, asked, score, criteria, pairs, free = null }, index) => ({
        id: newId(),
        campId,
        number: from + index,
        name,
        memberIds,
        score,
        studentScore: scoreForStudents(criteria),
        grounds: { criteria, memberIds: asked, pairs, free },
        createdAt,
      }));
  }

  private async tell(
    tx: Sql,
    kind: 'group.formed' | 'group.dissolved',
    group: { groupId: string; campId: string },
    memberIds: readonly string[],
    accounts: ReadonlyMap<string, string | null>,
  ): Promise<void> {
    await this.streams.append(tx, `camp:${group.campId}`, kind, group);
    for (const memberId of memberIds) {
      const userId = accounts.get(memberId) ?? null;
      if (userId !== null) await this.streams.append(tx, `user:${userId}`, kind, group);
    }
  }
}
