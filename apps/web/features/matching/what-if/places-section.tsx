'use client';
import type { Place } from '@tailcamp/matching';
import { ArrowLeftRight, ArrowRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { classes } from '@/ui/class-names';
import { Icon } from '@/ui/icon';
import { Avatar } from '@/ui/marks';
import { heldIds } from './held-ids';
import { isNothing, signed } from './signed';
import type { Desk } from './use-desk';

/** The best other places of everybody in a group; null until they have come. */
export function usePlaces(desk: Desk, name: string | null, most: number): ReadonlyMap<string, Place[]> | null {
  const { engine, standing, now } = desk;
  const [places, setPlaces] = useState<ReadonlyMap<string, Place[]> | null>(null);
  useEffect(() => {
    if (engine === null || standing === null || name === null) return;
    let gone = false;
    engine.ask('places', { groups: now.groups, name, locked: heldIds(now), most }).then(
      (found) => gone || setPlaces(new Map(found)),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [engine, standing, now, name, most]);
  return places;
}

/** In the explanation of a group: what would change if one of its students moved, the best for each. */
export function PlacesSection({ desk, name }: { desk: Desk; name: string }) {
  const t = useT();
  const places = usePlaces(desk, name, 1);
  if (places === null) return null;
  const best = [...places.values()].flat().sort((a, b) => a.broken - b.broken || b.camp - a.camp);
  return (
    <section>
      <h3>{t('whatIf.places')}</h3>
      {best.length === 0 ? (
        <p className="small muted">{t('whatIf.placesNone')}</p>
      ) : (
        <ul className="swaps plain">
          {best.map((place) => (
            <PlaceRow key={place.member} desk={desk} place={place} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** One place and its effect on this group, on the other, and on the camp; *Try* takes it. */
export function PlaceRow(props: { desk: Desk; place: Place; onTaken?: () => void }) {
  const { desk, place, onTaken } = props;
  const t = useT();
  const nameOf = (id: string) => desk.names[id] ?? id;
  const first = (id: string) => nameOf(id).split(/\s+/)[0] ?? '';
  const { member, to, with: other } = place;
  const take = () => {
    desk.seat(member, { group: to, with: other });
    onTaken?.();
  };
  return (
    <li className={other === null ? 'alone' : undefined}>
      <span className="row">
        <Avatar of={{ id: member, name: nameOf(member) }} size="s" />
        <Icon of={other === null ? ArrowRight : ArrowLeftRight} size="s" tone="muted" />
        {other !== null && <Avatar of={{ id: other, name: nameOf(other) }} size="s" />}
        <span className="grow clip">
          {other === null
            ? t('whatIf.placeMove', { name: first(member), group: to })
            : t('whatIf.placeSwap', { name: first(member), other: first(other) })}
          {other !== null && <span className="muted"> · {to}</span>}
        </span>
        <Button size="small" onClick={take}>
          {t('whatIf.try')}
          <span className="sr">
            : {nameOf(member)}, {other === null ? to : nameOf(other)}
          </span>
        </Button>
      </span>
      <span className="small muted num">
        <Change of={place.here} word={t('whatIf.here')} /> · <Change of={place.there} word={t('whatIf.there')} /> ·{' '}
        <Change of={place.camp} word={t('whatIf.campWord')} digits={4} />
        {place.broken > 1e-9 && <b className="bad"> · {t('whatIf.moreBroken', { count: rules(place.broken) })}</b>}
        {place.broken < -1e-9 && <b className="good"> · {t('whatIf.mends', { count: rules(place.broken) })}</b>}
      </span>
    </li>
  );
}

/** Broken rules count one each and their distance: at least one, whatever the distances come to. */
const rules = (broken: number) => Math.max(1, Math.floor(Math.abs(broken)));

function Change({ of, word, digits = 3 }: { of: number; word: string; digits?: number }) {
  return (
    <>
      <b className={classes(isNothing(of, digits) ? undefined : of > 0 ? 'good' : 'bad')}>{signed(of, digits)}</b>{' '}
      {word}
    </>
  );
}
