'use client';
import type { Stuck } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';

/** Why somebody seems not to get on, in a sentence. */
export function StuckWords({ of }: { of: Stuck }) {
  const t = useT();
  if (of.kind === 'idle') return t('classMap.idle', { count: of.days });
  if (of.kind === 'late') return t('classMap.late', { skill: of.skill.title, count: of.days });
  return t('classMap.wrong', { skill: of.skill.title, count: of.answers });
}
