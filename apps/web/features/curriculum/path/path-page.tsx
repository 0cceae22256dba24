'use client';
import type { LearningPath, MyPath, PathStep } from '@tailcamp/contracts';
import { BookOpen, Check, Circle, CircleCheck, CircleDot, Play, Route } from 'lucide-react';
import { inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useGiven, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { PathTrail } from '@/ui/charts/path-trail';
import { duration } from '@/ui/format';
import { Icon } from '@/ui/icon';
import { Page } from '@/ui/shell/page';
import { Banner, Because, Empty } from '@/ui/states';
import { useDates } from '@/ui/time';
import { toast } from '@/ui/toast-store';
import { GoalsCard, GoalsForm } from './goals';
import { ReasonWords } from './reason-words';
import { Reviews } from './reviews';
import { trailAround } from './trail-around';
import { Weeks } from './weeks';

/** What I learn in which week, and what there is to do today. */
export function PathPage({ campId }: { campId: string }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const mine = useGiven('curriculum.path', { campId });
  return (
    <Page
      crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: t('nav.path') }]}
      actions={
        <ButtonLink tone="quiet" icon={BookOpen} href={`/camps/${campId}/search`}>
          {t('search.title')}
        </ButtonLink>
      }
    >
      {mine.path === null ? (
        <NoPath campId={campId} mine={mine} />
      ) : (
        <Walked campId={campId} mine={mine} path={mine.path} />
      )}
    </Page>
  );
}

function NoPath({ campId, mine }: { campId: string; mine: MyPath }) {
  const t = useT();
  return (
    <>
      <Title lead={t('path.noneLead')}>{t('path.none')}</Title>
      {mine.tracks.length === 0 ? (
        <Card label={t('nav.path')}>
          <Empty icon={Route} title={t('path.noTracks')}>
            {t('path.noTracksBecause')}
          </Empty>
        </Card>
      ) : (
        <Card title={t('path.goals')} className="goals-first">
          <div className="pad">
            <GoalsForm campId={campId} mine={mine} />
          </div>
        </Card>
      )}
    </>
  );
}

function Walked({ campId, mine, path }: { campId: string; mine: MyPath; path: LearningPath }) {
  const t = useT();
  const dates = useDates();
  const { today } = mine;
  const steps = new Map(path.steps.map((step) => [step.skill.id, step]));
  const next = steps.get(today.next[0] ?? '') ?? null;
  const thisWeek = path.steps.filter(({ state, due }) => state !== 'done' && daysUntil(today.day, due) < 7);
  const minutes = thisWeek.reduce((sum, step) => sum + step.minutes, 0);
  const lead = t('path.lead', {
    done: path.done,
    count: path.steps.length,
    known: path.known,
    day: path.endsOn === null ? '' : dates.calendarDay(path.endsOn),
  });
  return (
    <>
      <Title lead={path.endsOn === null ? t('path.leadDone', { known: path.known }) : lead}>
        {next === null
          ? t('path.titleDone')
          : thisWeek.length === 0
            ? t('path.titleAhead')
            : t('path.title', { time: duration(minutes), count: thisWeek.length })}
      </Title>
      {path.late > 0 && <Late campId={campId} path={path} />}
      <div className="two">
        <div className="col">
          {next !== null && <NextStep campId={campId} step={next} path={path} />}
          <Weeks campId={campId} path={path} today={today.day} />
        </div>
        <div className="col">
          <Reviews campId={campId} today={today} />
          <GoalsCard campId={campId} mine={mine} path={path} />
        </div>
      </div>
    </>
  );
}

/** Steps past their day stay where they are until their learner says otherwise. */
function Late({ campId, path: { late, version } }: { campId: string; path: LearningPath }) {
  const t = useT();
  const { put, refresh } = useAnswers();
  const replan = useWrite('curriculum.replan');
  const again = () =>
    replan.mutate(
      { campId, version },
      {
        onSuccess: (mine) => {
          put('curriculum.path', { campId }, mine);
          toast(t('path.replanned'));
        },
        onError: (error) => {
          refresh('curriculum.path', { campId });
          toast(isCode(error, 'stale') ? t('state.stale') : inWords(error), { tone: 'bad' });
        },
      },
    );
  return (
    <Banner
      calm
      action={
        <Button busy={replan.isPending} onClick={again}>
          {t('path.replan')}
        </Button>
      }
    >
      {t('path.late', { count: late })}
    </Banner>
  );
}

function NextStep({ campId, step, path }: { campId: string; step: PathStep; path: LearningPath }) {
  const t = useT();
  const dates = useDates();
  const number = path.steps.findIndex(({ skill }) => skill.id === step.skill.id) + 1;
  const end = {
    label: path.goals[0]?.title ?? '',
    day: path.endsOn === null ? null : dates.calendarDay(path.endsOn),
  };
  const trail = (around: { before: number; after: number }, width: number, className: string) => {
    const shown = trailAround(path.steps, step.skill.id, around);
    const label = t('path.trail', { done: path.done, next: step.skill.title, goal: end.label });
    return <PathTrail steps={shown} end={end} label={label} width={width} className={className} />;
  };
  return (
    <section className="card next one" aria-labelledby="next">
      <div className="next-text">
        <p className="small eyebrow">
          <Icon of={Route} size="s" />
          {t('path.next')}
          <span className="muted num">
            {t('path.nth', { number, count: path.steps.length })} · {duration(step.minutes)}
          </span>
        </p>
        <h2 id="next">{step.skill.title}</h2>
        <Because>
          <ReasonWords step={step} />
        </Because>
        <Parts step={step} />
        <div className="row do">
          <ButtonLink tone="primary" size="large" icon={Play} href={`/camps/${campId}/path/${step.skill.id}`}>
            {t(step.state === 'started' ? 'path.goOn' : 'path.start')}
          </ButtonLink>
        </div>
      </div>
      {trail({ before: 3, after: 5 }, 760, 'wide')}
      {trail({ before: 1, after: 2 }, 360, 'phone-block')}
    </section>
  );
}

/** What a step is made of, and how far it is. */
export function Parts({ step }: { step: PathStep }) {
  const t = useT();
  const allRead = step.read === step.lessons;
  return (
    <ol className="parts">
      {step.lessons > 0 && (
        <li className={allRead ? 'done' : undefined} aria-current={allRead ? undefined : 'step'}>
          <Icon of={allRead ? CircleCheck : CircleDot} size="s" />
          {t('path.read')} <span className="num">{t('path.readOf', { read: step.read, count: step.lessons })}</span>
        </li>
      )}
      <li
        className={step.state === 'done' ? 'done' : undefined}
        aria-current={allRead && step.state !== 'done' ? 'step' : undefined}
      >
        <Icon of={step.state === 'done' ? Check : Circle} size="s" />
        {t('path.check')}
      </li>
    </ol>
  );
}

const daysUntil = (today: string, day: string) => Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
