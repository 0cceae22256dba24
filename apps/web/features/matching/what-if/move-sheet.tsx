'use client';
import { Lock, LockOpen } from 'lucide-react';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/dialog';
import { score } from '@/ui/format';
import { groupOf, isHeld, mayTake, memberToggled } from './arrangement';
import { PlaceRow, usePlaces } from './places-section';
import type { Desk } from './use-desk';

const BEST = 5;

/** What dragging does, without dragging: the best places of a student, every other group, and the lock. */
export function MoveSheet({ desk }: { desk: Desk }) {
  const member = desk.asked;
  const name = member === null ? '' : (desk.names[member] ?? member);
  const t = useT();
  return (
    <Sheet open={member !== null} onClose={() => desk.ask(null)} title={t('whatIf.sheet', { name })}>
      {member !== null && <Places desk={desk} member={member} name={name} />}
    </Sheet>
  );
}

function Places({ desk, member, name }: { desk: Desk; member: string; name: string }) {
  const t = useT();
  const { now } = desk;
  const own = groupOf(now, member);
  const places = usePlaces(desk, own?.name ?? null, BEST);
  const held = isHeld(now, member);
  const wholeGroup = own !== undefined && now.locked.groups.includes(own.name);
  const close = () => desk.ask(null);
  const locked = now.locked.members.includes(member);
  const toggle = () => {
    const words = t(locked ? 'whatIf.didUnlock' : 'whatIf.didLock', { name });
    desk.edit({ ...now, locked: memberToggled(now.locked, member) }, words);
    close();
  };
  const scores = new Map(desk.standing?.groups.map((group) => [group.name, group.score]));
  return (
    <div className="move-sheet">
      {!wholeGroup && (
        <Button icon={locked ? LockOpen : Lock} onClick={toggle}>
          {t(locked ? 'whatIf.unlockStudent' : 'whatIf.lockStudent', { name })}
        </Button>
      )}
      {held && <p className="note muted">{t('whatIf.sheetHeld', { name, group: own?.name ?? '' })}</p>}
      {!held && (
        <>
          <section>
            <h3>{t('whatIf.sheetBest')}</h3>
            <ul className="swaps plain">
              {(places?.get(member) ?? []).map((place) => (
                <PlaceRow key={`${place.to} ${place.with}`} desk={desk} place={place} onTaken={close} />
              ))}
            </ul>
          </section>
          <section>
            <h3>{t('whatIf.sheetAll')}</h3>
            <ul className="plain all-groups">
              {now.groups
                .filter((group) => mayTake(now, member, { group: group.name, with: null }))
                .map((group) => (
                  <li key={group.name}>
                    <button
                      type="button"
                      className="menu-entry"
                      onClick={() => {
                        desk.seat(member, { group: group.name, with: null });
                        close();
                      }}
                    >
                      <span className="grow clip">{t('whatIf.sheetTo', { group: group.name })}</span>
                      <span className="muted num">
                        {t('count.people', { count: group.members.length })} · {score(scores.get(group.name) ?? 0, 3)}
                      </span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        </>
      )}
    </div>
  );
}
