'use client';
import type { StudioOverview } from '@tailcamp/contracts';
import { CheckCheck, Plus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Meter } from '@/ui/charts/meter';
import { Icon } from '@/ui/icon';
import { Empty } from '@/ui/states';

/** A skill is covered by so many lessons that are learnt from. */
export const ENOUGH = 2;
const SHOWN = 8;

export const thinlyCovered = ({ tracks }: StudioOverview) =>
  tracks.flatMap(({ skills }) => skills.filter(({ published }) => published < ENOUGH));

/** Where there is too little to learn from: how far each track is covered, and the skills that lack a lesson. */
export function Coverage({ campId, overview }: { campId: string; overview: StudioOverview }) {
  const t = useT();
  const [all, setAll] = useState(false);
  const thin = thinlyCovered(overview);
  const tracks = overview.tracks.filter(({ skills }) => skills.length > 0);
  return (
    <Card title={t('studio.coverage')}>
      <ul className="studio-tracks pad">
        {tracks.map(({ id, title, skills }) => {
          const covered = skills.filter(({ published }) => published >= ENOUGH).length;
          return (
            <li key={id}>
              <span className="row">
                <span className="grow note">{title}</span>
                <span className="small muted num">{t('studio.coveredOf', { covered, count: skills.length })}</span>
              </span>
              <Meter value={covered / skills.length} />
            </li>
          );
        })}
      </ul>
      {thin.length === 0 ? (
        <Empty icon={CheckCheck} title={t('studio.allCovered')}>
          {t('studio.allCoveredBecause')}
        </Empty>
      ) : (
        <>
          <ul className="members-wide">
            {thin.slice(0, all ? thin.length : SHOWN).map((skill) => (
              <li key={skill.id}>
                <Link className="link grow" href={`/camps/${campId}/studio/new?skill=${skill.id}`}>
                  <Icon of={Plus} size="s" /> {skill.title}
                </Link>
                <span className="small muted">
                  {t('studio.has', { count: skill.published })}
                  {skill.making > 0 && ` · ${t('studio.making', { count: skill.making })}`}
                </span>
              </li>
            ))}
          </ul>
          {thin.length > SHOWN && !all && (
            <Button className="more" tone="quiet" onClick={() => setAll(true)}>
              {t('studio.allThin', { count: thin.length })}
            </Button>
          )}
        </>
      )}
    </Card>
  );
}
