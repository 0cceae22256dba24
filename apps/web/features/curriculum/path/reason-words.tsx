'use client';
import type { PathStep } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';

/** Why a step is on the path, in a sentence or two: what rests on it says more than which track it belongs to. */
export function ReasonWords({ step: { reasons, useful } }: { step: PathStep }) {
  const t = useT();
  const words: string[] = [];
  const tracks: string[] = [];
  if (useful) words.push(t('path.because.project'));
  for (const reason of reasons) {
    if (reason.kind === 'goal') words.push(t('path.because.goal'));
    else if (reason.kind === 'track') tracks.push(t('path.because.track', { track: reason.track.title }));
    else {
      const [first, second, ...others] = reason.by.map(({ title }) => title);
      const named = { skill: first ?? '', other: second ?? '', count: others.length };
      words.push(
        t(
          second === undefined ? 'path.because.one' : others.length === 0 ? 'path.because.two' : 'path.because.many',
          named,
        ),
      );
    }
  }
  const told = words.length > 0 ? words : tracks;
  return told.length > 0 ? told.join(' ') : t('path.because.begun');
}
