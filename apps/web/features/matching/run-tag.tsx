'use client';
import type { RunState } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { Tag } from '@/ui/marks';

const TONES = { queued: 'info', running: 'accent', failed: 'bad', accepted: 'good' } as const;

export function RunTag({ state }: { state: RunState }) {
  const t = useT();
  return <Tag tone={state in TONES ? TONES[state as keyof typeof TONES] : undefined}>{t(`run.${state}`)}</Tag>;
}
