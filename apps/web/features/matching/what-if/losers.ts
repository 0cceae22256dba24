import type { MatchedGroup } from '@tailcamp/contracts';

type Scored = Pick<MatchedGroup, 'name' | 'members' | 'score' | 'criteria'>;

/** How a student's group scores in another arrangement, and which criterion has fallen or risen most. */
export interface Fate {
  member: string;
  from: string;
  to: string;
  before: number;
  after: number;
  change: number;
  reason: { kind: string; column: string; before: number; after: number } | null;
}

/** Smaller changes are not worth telling. */
const TOLD_FROM = 0.0005;

/** What an arrangement costs whom, against another: the greatest loss first, who notices nothing left out. */
export function fates(before: readonly Scored[], after: readonly Scored[]): Fate[] {
  const was = new Map(before.flatMap((group) => group.members.map((id) => [id, group] as const)));
  return after
    .flatMap((group) =>
      group.members.flatMap((member) => {
        const old = was.get(member);
        const change = group.score - (old?.score ?? group.score);
        if (old === undefined || Math.abs(change) < TOLD_FROM) return [];
        const ends = { from: old.name, to: group.name, before: old.score, after: group.score };
        return [{ member, ...ends, change, reason: mostChanged(old, group, Math.sign(change)) }];
      }),
    )
    .sort((a, b) => a.change - b.change || a.member.localeCompare(b.member));
}

/** The criterion that has gone furthest in this direction; none where the two are scored by other criteria. */
function mostChanged(old: Scored, now: Scored, direction: number): Fate['reason'] {
  const changes = now.criteria.flatMap(({ kind, column, score }, at) => {
    const same = old.criteria[at];
    return same?.kind === kind && same.column === column ? [{ kind, column, before: same.score, after: score }] : [];
  });
  const [most] = changes.sort((a, b) => direction * (b.after - b.before - (a.after - a.before)));
  return most !== undefined && direction * (most.after - most.before) > 0 ? most : null;
}
