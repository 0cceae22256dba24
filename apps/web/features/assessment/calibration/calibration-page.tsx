'use client';
import type { Calibration } from '@tailcamp/contracts';
import { CircleX } from 'lucide-react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useGiven, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Page } from '@/ui/shell/page';
import { Banner, Bar, Empty } from '@/ui/states';
import { useDates } from '@/ui/time';
import { toast } from '@/ui/toast-store';
import { Proposal } from './proposal';

/** One calibration: how far it has come, what it proposes, and what of that was taken. */
export function CalibrationPage({ campId, calibrationId }: { campId: string; calibrationId: string }) {
  const t = useT();
  const dates = useDates();
  const one = useGiven('calibrations.get', { campId, calibrationId });
  const isGoing = one.state === 'queued' || one.state === 'running';
  const volume = t('calib.from', {
    learners: t('calib.learners', { count: one.learners }),
    answers: t('result.answers', { count: one.answers }),
  });
  const words = t('calib.iteration', { iteration: one.iteration, of: one.of });
  return (
    <Page
      crumbs={[
        { label: t('staff.calibration'), href: `/camps/${campId}/assessment/calibration` },
        { label: one.track.title },
      ]}
      className="calibration"
    >
      <Title
        lead={`${volume} ${dates.moment(one.createdAt)}`}
        actions={isGoing ? <CancelButton campId={campId} one={one} /> : undefined}
      >
        <TitleOf one={one} />
      </Title>
      {isGoing && (
        <Card label={t('calib.progress')}>
          <div className="live-run">
            <div className="row">
              <span className="acc">
                <i className="live" />
              </span>
              <b className="grow">{one.state === 'queued' ? t('calib.queued') : words}</b>
            </div>
            <Bar label={words} done={one.iteration} of={one.of} />
            <p className="small muted">{t('calib.progressHow')}</p>
          </div>
        </Card>
      )}
      {one.state === 'failed' && <Banner>{t(one.problem === 'lost' ? 'calib.lost' : 'calib.engine')}</Banner>}
      {one.state === 'cancelled' && (
        <Card label={t('staff.calibration')}>
          <Empty icon={CircleX} title={t('calib.cancelled')}>
            {t('calib.cancelledBecause')}
          </Empty>
        </Card>
      )}
      {(one.state === 'proposed' || one.state === 'applied') && <Proposal campId={campId} one={one} />}
    </Page>
  );
}

function TitleOf({ one }: { one: Calibration }) {
  const t = useT();
  const track = one.track.title;
  const misfits = one.items.filter((item) => item.misfits.length > 0).length;
  switch (one.state) {
    case 'queued':
    case 'running':
      return t('calib.titleGoing', { track });
    case 'proposed':
    case 'applied':
      return misfits === 0
        ? t('calib.titleFine', { track, count: one.items.length })
        : t('calib.titleMisfits', { track, count: misfits, of: one.items.length });
    default:
      return t('calib.titleEnded', { track });
  }
}

function CancelButton({ campId, one }: { campId: string; one: Calibration }) {
  const t = useT();
  const { put, refresh } = useAnswers();
  const cancel = useWrite('calibrations.cancel');
  const input = { campId, calibrationId: one.id };
  const stop = () =>
    cancel.mutate(input, {
      onSuccess: (now) => {
        put('calibrations.get', input, now);
        refresh('calibrations.list', { campId });
      },
      onError: (error) => {
        refresh('calibrations.get', input);
        toast(inWords(error), { tone: 'bad' });
      },
    });
  return (
    <Button icon={CircleX} busy={cancel.isPending} onClick={stop}>
      {t('calib.cancel')}
    </Button>
  );
}
