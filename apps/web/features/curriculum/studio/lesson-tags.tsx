'use client';
import type { StudioSummary } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { Tag } from '@/ui/marks';

const TONES = { draft: 'info', review: 'warn', published: 'good', retired: undefined } as const;

/** What is to be known of a lesson at a glance: its state, whether one that is learnt from stands behind it, whose it is. */
export function LessonTags({ of }: { of: Pick<StudioSummary, 'state' | 'published' | 'source' | 'version'> }) {
  const t = useT();
  const { state, published, source, version } = of;
  return (
    <>
      <Tag tone={TONES[state]}>{t(`studio.state.${state}`)}</Tag>
      {published !== null && published !== version && <Tag tone="good">{t('studio.olderPublished')}</Tag>}
      {source === 'camp' && <Tag tone="accent">{t('studio.source.camp')}</Tag>}
    </>
  );
}
