'use client';
import type { OfferedTrack } from '@tailcamp/contracts';
import { ClipboardCheck, Play, Radar as RadarIcon, Repeat } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useGiven, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { decimal, signed } from '@/ui/format';
import { Tag } from '@/ui/marks';
import { Page } from '@/ui/shell/page';
import { Empty } from '@/ui/states';
import { useDates } from '@/ui/time';
import { toast } from '@/ui/toast-store';

/** What a student can be assessed in, what is open, and what has been shown. */
export function AssessmentOverview({ campId }: { campId: string }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const { tracks } = useGiven('assessment.overview', { campId });
  const done = tracks.some(({ attempts }) => attempts.some(({ state }) => state === 'over'));
  return (
    <Page crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: t('nav.assessment') }]}>
      <Title
        lead={t('offer.lead')}
        actions={
          done && (
            <>
              <ButtonLink icon={Repeat} href={`/camps/${campId}/practice`}>
                {t('practice.start')}
              </ButtonLink>
              <ButtonLink icon={RadarIcon} href={`/camps/${campId}/skills`}>
                {t('nav.skills')}
              </ButtonLink>
            </>
          )
        }
      >
        {t(done ? 'offer.titleSome' : 'offer.title')}
      </Title>
      {tracks.length === 0 && (
        <Card label={t('nav.assessment')}>
          <Empty icon={ClipboardCheck} title={t('offer.none')}>
            {t('offer.noneBecause')}
          </Empty>
        </Card>
      )}
      <div className="offers">
        {tracks.map((track) => (
          <Offer key={track.id} campId={campId} track={track} />
        ))}
      </div>
    </Page>
  );
}

function Offer({ campId, track }: { campId: string; track: OfferedTrack }) {
  const t = useT();
  const dates = useDates();
  const { attempts, minutes, skills, written } = track;
  const facts = [
    t('offer.questions'),
    minutes === null ? t('offer.noLimit') : t('offer.minutes', { count: minutes }),
    t('offer.skills', { count: skills }),
    ...(written > 0 ? [t('offer.written', { count: written })] : []),
  ];
  return (
    <Card title={track.title} end={<OfferTag track={track} />} className="offer">
      <div className="pad">
        <p>{track.description}</p>
        <p className="small muted">{facts.join(' · ')}</p>
        {attempts.length > 0 && (
          <ul className="attempts small">
            {attempts.map(({ id, state, startedAt, ability, standardError, pending }) => (
              <li key={id}>
                <span className="grow">{dates.moment(startedAt)}</span>
                {state === 'open' ? (
                  <span className="muted">{t('offer.open')}</span>
                ) : (
                  <>
                    {pending > 0 && <span className="muted">{t('offer.pending', { count: pending })}</span>}
                    <span className="num">
                      {ability !== null && standardError !== null && `${signed(ability)} ± ${decimal(standardError)}`}
                    </span>
                    <a className="link" href={`/attempts/${id}/result`}>
                      {t('offer.result')}
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
        <div className="row">
          <StartButton campId={campId} track={track} />
        </div>
      </div>
    </Card>
  );
}

function OfferTag({ track: { open, attempts } }: { track: OfferedTrack }) {
  const t = useT();
  if (open !== null) return <Tag tone="info">{t('offer.tagOpen')}</Tag>;
  return attempts.length > 0 ? <Tag tone="good">{t('offer.tagDone')}</Tag> : null;
}

function StartButton({ campId, track }: { campId: string; track: OfferedTrack }) {
  const t = useT();
  const dates = useDates();
  const router = useRouter();
  const { put, refresh } = useAnswers();
  const start = useWrite('assessment.start');
  if (track.open !== null) {
    return (
      <ButtonLink tone="primary" icon={Play} href={`/attempts/${track.open}`}>
        {t('offer.goOn')}
      </ButtonLink>
    );
  }
  if (!track.mayStart) {
    return (
      <p className="small muted">
        {track.notBefore === null ? t('offer.noMore') : t('offer.again', { time: dates.moment(track.notBefore) })}
      </p>
    );
  }
  const begin = () =>
    start.mutate(
      { campId, track: track.id },
      {
        onSuccess: (attempt) => {
          put('assessment.get', { attemptId: attempt.id }, attempt);
          router.push(`/attempts/${attempt.id}`);
        },
        onError: (error) => {
          refresh('assessment.overview', { campId });
          toast(inWords(error), { tone: 'bad' });
        },
      },
    );
  const first = track.attempts.length === 0;
  return (
    <Button tone={first ? 'primary' : undefined} icon={Play} busy={start.isPending || start.isSuccess} onClick={begin}>
      {t(first ? 'offer.start' : 'offer.startAgain')}
    </Button>
  );
}
