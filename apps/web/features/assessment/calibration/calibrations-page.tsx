'use client';
import type { CalibrationSummary } from '@tailcamp/contracts';
import { ChartSpline, Play } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useGiven, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Tag } from '@/ui/marks';
import { Page } from '@/ui/shell/page';
import { Bar, Empty } from '@/ui/states';
import { useDates } from '@/ui/time';
import { toast } from '@/ui/toast-store';
import { StaffTabs } from '../staff/staff-tabs';

/** A calibration takes the answers of at least so many learners (as the contract says). */
const LEAST_LEARNERS = 50;
export const STATE_TONES = {
  queued: 'info',
  running: 'info',
  proposed: 'accent',
  applied: 'good',
  cancelled: undefined,
  failed: 'bad',
} as const;

/** What a camp's answers can tell about its questions: tracks to estimate from, and what was estimated before. */
export function CalibrationsPage({ campId }: { campId: string }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const { items, tracks } = useGiven('calibrations.list', { campId });
  const ready = tracks.filter(({ learners }) => learners >= LEAST_LEARNERS).length;
  const going = new Map(
    items.filter(({ state }) => state === 'queued' || state === 'running').map((one) => [one.track.id, one]),
  );
  return (
    <Page crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: t('staff.calibration') }]}>
      <StaffTabs campId={campId} />
      <Title lead={t('calib.lead')}>{ready === 0 ? t('calib.titleNone') : t('calib.title', { count: ready })}</Title>
      <Card title={t('assess.tracks')}>
        {tracks.length === 0 && (
          <Empty icon={ChartSpline} title={t('calib.noTracks')}>
            {t('calib.noTracksBecause')}
          </Empty>
        )}
        <ul className="members-wide pad-top">
          {tracks
            .toSorted((a, b) => b.learners - a.learners)
            .map((track) => (
              <TrackRow key={track.id} campId={campId} track={track} going={going.get(track.id)} />
            ))}
        </ul>
      </Card>
      {items.length > 0 && (
        <Card title={t('calib.past')}>
          <ul className="members-wide pad-top">
            {items.map((one) => (
              <PastRow key={one.id} campId={campId} one={one} />
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

function TrackRow(props: {
  campId: string;
  track: { id: string; title: string; learners: number; answers: number };
  going: CalibrationSummary | undefined;
}) {
  const t = useT();
  const router = useRouter();
  const { put, refresh } = useAnswers();
  const start = useWrite('calibrations.start');
  const { campId, track, going } = props;
  const enough = track.learners >= LEAST_LEARNERS;
  const at = (id: string) => `/camps/${campId}/assessment/calibration/${id}`;
  const begin = () =>
    start.mutate(
      { campId, track: track.id },
      {
        onSuccess: (made) => {
          put('calibrations.get', { campId, calibrationId: made.id }, made);
          refresh('calibrations.list', { campId });
          router.push(at(made.id));
        },
        onError: (error) => {
          refresh('calibrations.list', { campId });
          toast(inWords(error), { tone: 'bad' });
        },
      },
    );
  return (
    <li className="calib-track">
      <div className="grow">
        <b>{track.title}</b>
        <span className="small muted num">
          {t('calib.volume', {
            learners: t('calib.learners', { count: track.learners }),
            answers: t('result.answers', { count: track.answers }),
          })}
        </span>
      </div>
      {going !== undefined ? (
        <Link className="link" href={at(going.id)}>
          {t('calib.going', { iteration: going.iteration, of: going.of })}
        </Link>
      ) : enough ? (
        <Button icon={Play} size="small" busy={start.isPending || start.isSuccess} onClick={begin}>
          {t('calib.start')}
        </Button>
      ) : (
        <div className="calib-lack">
          <Bar
            label={t('calib.lack', { count: LEAST_LEARNERS - track.learners })}
            done={track.learners}
            of={LEAST_LEARNERS}
          />
          <span className="small muted num">{t('calib.lack', { count: LEAST_LEARNERS - track.learners })}</span>
        </div>
      )}
    </li>
  );
}

function PastRow({ campId, one }: { campId: string; one: CalibrationSummary }) {
  const t = useT();
  const dates = useDates();
  return (
    <li className="row-link">
      <div className="grow">
        <b>
          <Link className="whole-row" href={`/camps/${campId}/assessment/calibration/${one.id}`}>
            {one.track.title}
          </Link>
        </b>
        <span className="small muted num">
          {dates.moment(one.createdAt)} ·{' '}
          {t('calib.volume', {
            learners: t('calib.learners', { count: one.learners }),
            answers: t('result.answers', { count: one.answers }),
          })}
        </span>
      </div>
      <Tag tone={STATE_TONES[one.state]}>{t(`calib.state.${one.state}`)}</Tag>
    </li>
  );
}
