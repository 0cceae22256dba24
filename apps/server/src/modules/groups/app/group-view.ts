import { Injectable } from '@nestjs/common';
import type { Group, GroupMember, GroupSummary } from '@tailcamp/contracts';
import { Clock } from '../../../kernel/clock.js';
import { Streams } from '../../../platform/streams/index.js';
import { Roster } from '../../camps/index.js';
import { explain, freeAsMatched, type GroupGrounds, pairsInOrder } from '../domain/explanation.js';
import { freeCounts } from '../domain/free-time.js';
import { type GroupRow, GroupStore } from '../store/group-store.js';
import { MembershipStore } from '../store/membership-store.js';
import type { GroupStanding } from './group-access.js';

const NONE: GroupGrounds = { criteria: [], memberIds: [], pairs: [] };

/** What a summary and the whole have in common. */
const shared = ({
  id,
  campId,
  name,
  number,
  avatar,
  leaderId,
  closedAt,
  version,
}: Omit<GroupRow, 'score' | 'studentScore'>) => ({
  id,
  campId,
  name,
  number,
  avatar,
  leaderId,
  closedAt: closedAt?.toISOString() ?? null,
  version,
});

/** Who looks: what is private and who is "me" depend on it. */
export interface Viewer {
  me: ReadonlySet<string>;
  staff: boolean;
}

/** Groups as one person may see them. */
@Injectable()
export class GroupView {
  constructor(
    private readonly store: GroupStore,
    private readonly memberships: MembershipStore,
    private readonly roster: Roster,
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  async summaries(rows: readonly GroupRow[], viewer: Viewer): Promise<GroupSummary[]> {
    const memberIds = await this.memberships.of(rows.map(({ id }) => id));
    const members = await this.members([...memberIds.values()].flat(), viewer.me);
    return rows.map(({ score, studentScore, ...group }) => ({
      ...shared(group),
      score: viewer.staff ? score : studentScore,
      members: (memberIds.get(group.id) ?? []).flatMap((memberId) => members.get(memberId) ?? []),
    }));
  }

  /** @param seq of the group's stream, read before `standing` */
  async whole({ group, memberIds, camp, me, staff }: GroupStanding, seq: number): Promise<Group> {
    const members = await this.members(memberIds, new Set(me === null ? [] : [me]));
    const cohort = await this.store.groundsIn(group.campId);
    const grounds = cohort.get(group.id) ?? (await this.store.groundsOf(group.id)) ?? NONE;
    const scores = [...cohort.values()].map(({ score, studentScore }) => (staff ? score : studentScore));
    const everyGroup = [...cohort.values()].map(({ criteria }) => criteria);
    return {
      ...shared(group),
      campName: camp.name,
      mergedInto: group.mergedInto,
      score: staff ? group.score : group.studentScore,
      cohortScores: scores.sort((a, b) => a - b),
      members: memberIds.flatMap((memberId) => members.get(memberId) ?? []),
      explanations: explain(grounds.criteria, everyGroup, { staff }),
      pairs: staff && grounds.pairs.length > 0 ? pairsInOrder(grounds, memberIds) : null,
      free: await this.freeTime(memberIds, me, camp.timeZone, freeAsMatched(grounds, memberIds, { staff })),
      createdAt: group.createdAt.toISOString(),
      seq,
    };
  }

  sequence(groupId: string): Promise<number> {
    return this.streams.sequence(`group:${groupId}`);
  }

  private async members(ids: readonly string[], me: ReadonlySet<string>): Promise<Map<string, GroupMember>> {
    const names = await this.roster.names(ids);
    const profiles = await this.roster.profiles(ids);
    const known = ids.filter((id) => names.has(id));
    return new Map(
      known.map((memberId) => {
        const profile = profiles.get(memberId);
        const [role = null] = profile?.roles ?? [];
        const name = names.get(memberId) ?? '';
        return [memberId, { memberId, name, role, timeZone: profile?.timeZone ?? null, isMe: me.has(memberId) }];
      }),
    );
  }

  /**
   * As it was matched, until every member has painted a week: those may be newer, and are shown in the viewer's zone where
   * they have told it, else in the camp's.
   */
  private async freeTime(
    memberIds: readonly string[],
    me: string | null,
    campZone: string,
    matched: Group['free'],
  ): Promise<Group['free']> {
    const profiles = await this.roster.profiles(me === null ? memberIds : [...memberIds, me]);
    const zone = (me === null ? undefined : profiles.get(me)?.timeZone) ?? campZone;
    const told = memberIds
      .flatMap((id) => profiles.get(id) ?? [])
      .filter(({ availability }) => availability.includes('1'));
    if (matched !== null && told.length < memberIds.length) return matched;
    const counts = freeCounts(told, zone, this.clock.now());
    return counts === null ? null : { zone, counts };
  }
}
