import { Injectable } from '@nestjs/common';
import type { CriterionScore } from '@tailcamp/contracts';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/id.js';
import type { Sql } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { Roster } from '../../camps/index.js';
import { scoreForStudents } from '../domain/explanation.js';
import { GroupStore, type NewGroup } from '../store/group-store.js';

/** A group to form, with what it was formed on. */
export interface GroupToForm {
  name: string;
  memberIds: string[];
  score: number;
  /** In the order of the policy; a hard rule has weight 0. */
  criteria: (CriterionScore & { weight: number })[];
  /** How well each two members fit, rows and columns as in `memberIds`; empty where nothing is said of pairs. */
  pairs: number[][];
}

/** Gives a camp its groups. For other modules, in their transaction: they have asked who may do it. */
@Injectable()
export class FormGroups {
  constructor(
    private readonly roster: Roster,
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
    const createdAt = this.clock.now();
    const fresh = formed
      .map((group) => ({
        ...group,
        memberIds: group.memberIds.filter((id) => accounts.has(id)),
        asked: group.memberIds,
      }))
      .filter(({ memberIds }) => memberIds.length > 0)
      .map(
        ({ name, memberIds, asked, score, criteria, pairs }, index): NewGroup => ({
          id: newId(),
          campId,
          number: index + 1,
          name,
          memberIds,
          score,
          studentScore: scoreForStudents(criteria),
          grounds: { criteria, memberIds: asked, pairs },
          createdAt,
        }),
      );
    await this.store.insert(tx, fresh);
    for (const [groupId, memberIds] of dissolved) {
      await this.streams.append(tx, `group:${groupId}`, 'group.dissolved', { groupId, campId });
      await this.tell(tx, 'group.dissolved', { groupId, campId }, memberIds, accounts);
    }
    for (const { id, memberIds } of fresh) {
      await this.tell(tx, 'group.formed', { groupId: id, campId }, memberIds, accounts);
    }
    return fresh.length;
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
