'use client';
import { useT } from '@/lib/i18n/provider';
import { score } from '@/ui/format';
import { groupOf } from './arrangement';
import { signed } from './signed';
import type { Desk } from './use-desk';

/** How a student is lifted by keys, and, while one is, where they are held and what it would change. */
export function LiftSaid({ desk }: { desk: Desk }) {
  const t = useT();
  return (
    <>
      <p id="move-how" hidden>
        {t('whatIf.moveHow')}
      </p>
      <p className="sr" aria-live="assertive">
        {useSaid(desk)}
      </p>
    </>
  );
}

function useSaid({ lifting, now, names, shown, standing, before }: Desk): string {
  const t = useT();
  const { lift } = lifting;
  if (lift === null) return '';
  const { member, seat } = lift;
  const name = names[member] ?? member;
  if (seat === null) return t('whatIf.liftedSay', { name, group: groupOf(now, member)?.name ?? '' });
  const place =
    seat.with === null
      ? t('whatIf.joinSay', { group: seat.group })
      : t('whatIf.swapSay', { name: names[seat.with] ?? seat.with, group: seat.group });
  const old = before(seat.group);
  const fresh = shown?.groups.find((group) => group.name === seat.group);
  if (old === null || fresh === undefined || shown === null || standing === null) return place;
  const camp = signed(shown.objective - standing.objective, 4);
  const scores = t('whatIf.scoreSay', {
    group: seat.group,
    before: score(old.score, 3),
    after: score(fresh.score, 3),
    camp,
  });
  const more = shown.hardViolations.length - standing.hardViolations.length;
  return `${place} ${scores}${more > 0 ? ` ${t('whatIf.brokenSay', { count: more })}` : ''}`;
}
