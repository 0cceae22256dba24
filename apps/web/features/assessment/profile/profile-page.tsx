'use client';
import type { SkillProfile, TrackProfile } from '@tailcamp/contracts';
import { Radar as RadarIcon, Repeat } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Radar } from '@/ui/charts/radar';
import { decimal, signed } from '@/ui/format';
import { Page } from '@/ui/shell/page';
import { Empty } from '@/ui/states';
import { useDates } from '@/ui/time';
import { Ability } from '../results/ability';
import { levelOf } from '../results/in-words';
import { InWords } from '../results/in-words-view';
import { SkillList } from '../results/skill-list';
import { History } from './history';
import { Sharing } from './sharing';
import { spokesOf } from './spokes';

/** My own skill profile in a camp. */
export function MySkillsPage({ campId }: { campId: string }) {
  const profile = useGiven('skillProfiles.mine', { campId });
  return <ProfileOf campId={campId} profile={profile} />;
}

/** That of another member, as far as it is shown. */
export function MemberSkillsPage({ campId, memberId }: { campId: string; memberId: string }) {
  const profile = useGiven('skillProfiles.of', { campId, memberId });
  return <ProfileOf campId={campId} profile={profile} />;
}

function ProfileOf({ campId, profile }: { campId: string; profile: SkillProfile }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const { isMe, name, tracks, sharing } = profile;
  return (
    <Page crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: isMe ? t('nav.skills') : name }]}>
      <Title
        lead={t('skillProfile.lead')}
        actions={
          isMe && (
            <>
              {tracks.length > 0 && (
                <ButtonLink icon={Repeat} href={`/camps/${campId}/practice`}>
                  {t('practice.start')}
                </ButtonLink>
              )}
              <ButtonLink href={`/camps/${campId}/assessment`}>{t('skillProfile.toAssessment')}</ButtonLink>
            </>
          )
        }
      >
        {isMe ? t('skillProfile.titleMine') : t('skillProfile.titleOf', { name })}
      </Title>
      {tracks.length === 0 && (
        <Card label={t('nav.skills')}>
          <Empty icon={RadarIcon} title={t('skillProfile.none')}>
            {t(isMe ? 'skillProfile.noneMine' : 'skillProfile.noneOf')}
          </Empty>
        </Card>
      )}
      {tracks.map((track) => (
        <Track key={track.track.id} track={track} practiceAt={isMe ? `/camps/${campId}/practice` : null} />
      ))}
      {sharing !== null && <Sharing campId={campId} sharing={sharing} />}
    </Page>
  );
}

/** @param practiceAt where what is due can be practised; null on the profile of somebody else */
function Track({ track, practiceAt }: { track: TrackProfile; practiceAt: string | null }) {
  const t = useT();
  const dates = useDates();
  const { ability, standardError, domains, skills, history, attemptId, pending } = track;
  const spokes = spokesOf(track);
  return (
    <section className="track-profile" aria-label={track.track.title}>
      <h2>
        {track.track.title}{' '}
        <span className="num muted">
          {t(levelOf(ability))} · {signed(ability)} ± {decimal(standardError)}
        </span>
      </h2>
      <div className="two">
        <Card title={t('skillProfile.radar')}>
          <div className="pad">
            {spokes.length >= 3 ? (
              <Radar spokes={spokes} label={t('skillProfile.radarLabel')} />
            ) : (
              domains.map((domain) => (
                <Ability key={domain.id} name={domain.title} ability={domain.ability} error={domain.standardError} />
              ))
            )}
            <InWords skills={skills} />
            {pending > 0 && <p className="note muted">{t('offer.pending', { count: pending })}</p>}
          </div>
        </Card>
        <Card
          title={t('skillProfile.history')}
          end={
            <a className="link small" href={`/attempts/${attemptId}/result`}>
              {t('skillProfile.result')}
            </a>
          }
        >
          <div className="pad">
            <History points={history} name={track.track.title} />
            {history.length < 2 && (
              <p className="note muted">{t('skillProfile.historyOne', { day: dates.day(track.at) })}</p>
            )}
          </div>
        </Card>
      </div>
      <Card title={t('skills.title')}>
        <div className="pad">
          <p className="note muted">{t('skills.how')}</p>
          <SkillList
            skills={skills}
            domains={domains}
            after={({ id, due }) => due && <Due skill={id} due={due} practiceAt={practiceAt} />}
          />
        </div>
      </Card>
    </section>
  );
}

/** When a skill that was practised comes again. */
function Due({ skill, due, practiceAt }: { skill: string; due: string; practiceAt: string | null }) {
  const t = useT();
  const dates = useDates();
  const [now, setNow] = useState<number | null>(null);
  // The browser's clock comes after the first paint, which the server has made.
  useEffect(() => setNow(Date.now()), []);
  if (now === null || Date.parse(due) > now) return ` · ${t('practice.again', { day: dates.day(due) })}`;
  if (practiceAt === null) return ` · ${t('practice.dueNow')}`;
  return (
    <>
      {' · '}
      <Link className="link" href={`${practiceAt}?skill=${skill}`}>
        {t('practice.dueNow')}
      </Link>
    </>
  );
}
