'use client';
import type { NothingToPractise } from '@tailcamp/contracts';
import { CalendarClock, CircleCheck, ClipboardCheck, Lock } from 'lucide-react';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { Empty } from '@/ui/states';
import { useDates } from '@/ui/time';

/** Why there is no question, and what to do. */
export function NothingNow(props: { campId: string; skill: string | null; nothing: NothingToPractise }) {
  const { campId, skill, nothing } = props;
  const t = useT();
  const dates = useDates();
  const time = nothing.from === null ? '' : dates.moment(nothing.from);
  const toAssessments = (
    <ButtonLink tone="primary" href={`/camps/${campId}/assessment`}>
      {t('skillProfile.toAssessment')}
    </ButtonLink>
  );
  const toSkills = <ButtonLink href={`/camps/${campId}/skills`}>{t('nav.skills')}</ButtonLink>;
  switch (nothing.reason) {
    case 'nothing-due':
      return (
        <Empty icon={CircleCheck} title={t('practice.nothingDue')} action={toSkills}>
          {t('practice.nothingDueBecause', { time })}
        </Empty>
      );
    case 'attempt-open':
      return (
        <Empty icon={Lock} title={t('practice.attemptOpen')} action={toAssessments}>
          {t('practice.attemptOpenBecause')}
        </Empty>
      );
    case 'keys-later':
      return (
        <Empty icon={CalendarClock} title={t('practice.keysLater')} action={toSkills}>
          {t('practice.keysLaterBecause', { time })}
        </Empty>
      );
    default:
      return skill === null ? (
        <Empty icon={ClipboardCheck} title={t('practice.nothingShown')} action={toAssessments}>
          {t('practice.nothingShownBecause')}
        </Empty>
      ) : (
        <Empty icon={ClipboardCheck} title={t('practice.notThisSkill')} action={toSkills}>
          {t('practice.notThisSkillBecause')}
        </Empty>
      );
  }
}
