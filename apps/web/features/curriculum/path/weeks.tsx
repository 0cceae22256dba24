'use client';
import type { LearningPath, PathStep, StepState } from '@tailcamp/contracts';
import { Circle, CircleCheck, CircleDashed, CircleDot, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { duration } from '@/ui/format';
import { Icon } from '@/ui/icon';
import { Tag } from '@/ui/marks';
import { useDates } from '@/ui/time';

const ICONS: Record<StepState, LucideIcon> = {
  done: CircleCheck,
  started: CircleDot,
  ready: Circle,
  locked: CircleDashed,
};
/** Weeks shown at first, from this one on. */
const WEEKS = 6;

interface WeeksProps {
  campId: string;
  path: LearningPath;
  today: string;
  /** Where a step leads; null where it leads nowhere, as on the path of somebody else. */
  at?: ((skill: string) => string) | null;
}

/** The path by its weeks; those that are over are folded. */
export function Weeks({ campId, path, today, at = (skill) => `/camps/${campId}/path/${skill}` }: WeeksProps) {
  const t = useT();
  const [past, setPast] = useState(false);
  const [most, setMost] = useState(WEEKS);
  const steps = new Map(path.steps.map((step) => [step.skill.id, step]));
  const open = (skills: readonly string[]) => skills.some((skill) => steps.get(skill)?.state !== 'done');
  const isPast = (startsOn: string) => daysBetween(startsOn, today) >= 7;
  const over = path.weeks.filter((week) => isPast(week.startsOn) && !open(week.steps));
  const current = path.weeks.filter((week) => !over.includes(week));
  const shown = [...(past ? over : []), ...current.slice(0, most)];
  return (
    <Card
      title={t('path.weeks')}
      end={
        over.length > 0 && (
          <Button size="small" tone="quiet" aria-expanded={past} onClick={() => setPast(!past)}>
            {t(past ? 'path.hidePast' : 'path.showPast', { count: over.length })}
          </Button>
        )
      }
    >
      {shown.map(({ startsOn, minutes, steps: skills }) => (
        <section key={startsOn} className="path-week" aria-labelledby={`week-${startsOn}`}>
          <h3 id={`week-${startsOn}`} className="small">
            <WeekName startsOn={startsOn} today={today} />
            <span className="muted num">{duration(minutes)}</span>
          </h3>
          <ol>
            {skills.map((skill) => {
              const step = steps.get(skill);
              return step && <StepRow key={skill} step={step} href={at === null ? null : at(skill)} />;
            })}
          </ol>
        </section>
      ))}
      {current.length > most && (
        <div className="foot">
          <Button onClick={() => setMost(current.length)}>
            {t('path.moreWeeks', { count: current.length - most })}
          </Button>
        </div>
      )}
    </Card>
  );
}

function WeekName({ startsOn, today }: { startsOn: string; today: string }) {
  const t = useT();
  const dates = useDates();
  const ahead = Math.floor(daysBetween(today, startsOn) / 7) + 1;
  if (daysBetween(startsOn, today) >= 0 && daysBetween(startsOn, today) < 7) return <b>{t('path.thisWeek')}</b>;
  if (ahead === 1) return <b>{t('path.nextWeek')}</b>;
  return <b>{t('path.weekOf', { day: dates.calendarDay(startsOn) })}</b>;
}

function StepRow({ step, href }: { step: PathStep; href: string | null }) {
  const t = useT();
  const dates = useDates();
  const { state, skill, track, minutes, due, late, useful, extended } = step;
  return (
    <li className={`path-step ${state}`}>
      <Icon of={ICONS[state]} />
      <span className="grow">
        {href === null ? (
          <b>{skill.title}</b>
        ) : (
          <Link href={href} className="path-link">
            {skill.title}
          </Link>
        )}
        <span className="sr">{t(`path.state.${state}`)}</span>
        <span className="small muted">
          {track.title} · {duration(minutes)}
        </span>
      </span>
      {useful && state !== 'done' && <Tag tone="accent">{t('path.useful')}</Tag>}
      {late ? (
        <Tag tone="warn">{t('path.wasDue', { day: dates.calendarDay(due) })}</Tag>
      ) : (
        extended && state !== 'done' && <Tag tone="info">{t('path.dueBy', { day: dates.calendarDay(due) })}</Tag>
      )}
    </li>
  );
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
