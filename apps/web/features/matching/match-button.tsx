'use client';
import type { Camp } from '@tailcamp/contracts';
import { Shuffle } from 'lucide-react';
import { useEffect } from 'react';
import { inWords, isCode } from '@/lib/api/problem';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { toast } from '@/ui/toast-store';
import { useMatch } from './use-match';

/** Matches the camp at once and goes to the run. Rules that cannot all hold are told where the button is. */
export function MatchButton({ camp, primary = true }: { camp: Camp; primary?: boolean }) {
  const t = useT();
  const { match, busy, error } = useMatch(camp.id);
  useEffect(() => {
    if (isCode(error, 'cannot_be_satisfied')) toast(inWords(error), { tone: 'bad' });
  }, [error]);
  return (
    <Button {...(primary ? { tone: 'primary' as const } : {})} icon={Shuffle} busy={busy} onClick={match}>
      {t('camp.match', { students: t('count.students', { count: camp.students }) })}
    </Button>
  );
}
