'use client';
import type { Camp } from '@tailcamp/contracts';
import { Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { toast } from '@/ui/toast-store';

/** The link by which students join; a new one makes the old one useless. */
export function JoinCard({ camp }: { camp: Camp }) {
  const t = useT();
  const { refresh } = useAnswers();
  const renew = useWrite('camps.renewJoinLink');
  const shown = useRef<HTMLElement>(null);
  const [origin, setOrigin] = useState('');
  useEffect(() => setOrigin(location.origin), []);
  const link = camp.joinCode ? `${origin}/join/${camp.joinCode}` : null;
  const set = (open: boolean) =>
    renew.mutate(
      { campId: camp.id, open },
      {
        onSuccess: () => {
          refresh('camps.get', { campId: camp.id });
          if (!open) toast(t('camp.joinClosedNow'));
        },
        onError: (error) => toast(inWords(error), { tone: 'bad' }),
      },
    );
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link ?? '');
      toast(t('camp.joinCopied'));
    } catch {
      // Browsers give pages without TLS no clipboard.
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      toast(t('camp.joinSelected'));
    }
  };
  return (
    <Card title={t('camp.join')}>
      <div className="pad">
        <p className="note muted">{t(link ? 'camp.joinLead' : 'camp.joinClosed')}</p>
        {link && (
          <code ref={shown} className="join-link clip">
            {link}
          </code>
        )}
      </div>
      <div className="foot">
        {link ? (
          <>
            <Button size="small" icon={Copy} onClick={() => void copy()}>
              {t('camp.joinCopy')}
            </Button>
            <Button size="small" tone="quiet" busy={renew.isPending} onClick={() => set(true)}>
              {t('camp.joinRenew')}
            </Button>
            <Button size="small" tone="quiet" onClick={() => set(false)}>
              {t('camp.joinClose')}
            </Button>
          </>
        ) : (
          <Button busy={renew.isPending} onClick={() => set(true)}>
            {t('camp.joinOpen')}
          </Button>
        )}
      </div>
    </Card>
  );
}
