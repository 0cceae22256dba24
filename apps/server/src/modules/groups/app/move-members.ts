import { Injectable } from '@nestjs/common';
import type { GroupMoves } from '@tailcamp/contracts';
import { Clock } from '../../../kernel/clock.js';
import type { Sql } from '../../../platform/database/index.js';
import { Roster } from '../../camps/index.js';
import { GroupStore } from '../store/group-store.js';
import { MembershipStore } from '../store/membership-store.js';
import { GroupNews } from './group-news.js';

/** Moves camp members between groups that stand, in a transaction that holds the groups of the camp. */
@Injectable()
export class MoveMembers {
  constructor(
    private readonly roster: Roster,
    private readonly store: GroupStore,
    private readonly memberships: MembershipStore,
    private readonly news: GroupNews,
    private readonly clock: Clock,
  ) {}

  /**
   * A group that nobody is left in is closed.
   * @param moves of members of the camp, each once, to groups of the camp that stand
   * @param mergedInto what a group that is emptied was merged into
   * @returns the moves that take these back
   */
  async run(tx: Sql, campId: string, moves: GroupMoves, mergedInto: string | null = null): Promise<GroupMoves> {
    const now = this.clock.now();
    const from = await this.memberships.groupOf(
      moves.map(({ memberId }) => memberId),
      tx,
    );
    const real = moves.filter(({ memberId, groupId }) => (from.get(memberId) ?? null) !== groupId);
    const left = real.flatMap(({ memberId }) => {
      const groupId = from.get(memberId);
      return groupId === undefined ? [] : [{ groupId, memberId }];
    });
    const joined = real.flatMap(({ memberId, groupId }) => (groupId === null ? [] : [{ groupId, memberId }]));
    for (const { groupId, memberId } of left) {
      await this.memberships.leave(tx, groupId, [memberId], now);
      await this.store.loseLeader(tx, groupId, [memberId]);
    }
    for (const { groupId, memberId } of joined) {
      const there = (await this.memberships.of([groupId], tx)).get(groupId) ?? [];
      await this.memberships.join(tx, groupId, [memberId], now, there.length);
    }
    const touched = [...new Set([...left, ...joined].map(({ groupId }) => groupId))];
    const closed: string[] = [];
    for (const groupId of touched) {
      const group = await this.store.touch(tx, groupId);
      if (group === null) continue;
      const staying = (await this.memberships.of([groupId], tx)).get(groupId) ?? [];
      const moved = [...left, ...joined].filter((each) => each.groupId === groupId).map(({ memberId }) => memberId);
      const accounts = await this.roster.userIds([...staying, ...moved], tx);
      await this.news.changed(tx, group, accounts.values());
      const newcomers = joined
        .filter((each) => each.groupId === groupId)
        .flatMap(({ memberId }) => accounts.get(memberId) ?? []);
      await this.news.joined(tx, group, newcomers);
      if (staying.length > 0) continue;
      closed.push(groupId);
      await this.store.close(tx, [groupId], now, mergedInto);
      await this.news.closed(tx, group, []);
    }
    if (touched.length > 0) await this.news.arranged(tx, campId, { joined, left, closed });
    return real.map(({ memberId }) => ({ memberId, groupId: from.get(memberId) ?? null }));
  }
}
