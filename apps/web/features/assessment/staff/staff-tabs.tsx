'use client';
import { useT } from '@/lib/i18n/provider';
import { Tabs } from '@/ui/tabs';

/** The parts of assessment that staff have, each at its own address. */
export function StaffTabs({ campId }: { campId: string }) {
  const t = useT();
  const at = `/camps/${campId}/assessment`;
  const items = [
    { href: at, label: t('staff.results') },
    { href: `${at}/grading`, label: t('staff.grading') },
    { href: `${at}/questions`, label: t('staff.questions') },
    { href: `${at}/skills`, label: t('staff.skills') },
    { href: `${at}/calibration`, label: t('staff.calibration') },
    { href: `${at}/settings`, label: t('staff.settings') },
  ];
  return <Tabs label={t('nav.assessment')} items={items} />;
}
