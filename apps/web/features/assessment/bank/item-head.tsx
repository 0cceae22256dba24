'use client';
import type { BankItem } from '@tailcamp/contracts';
import { Archive, ArchiveRestore } from 'lucide-react';
import { inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Title } from '@/ui/card';
import { Phrase } from '@/ui/markdown/markdown';
import { Tabs } from '@/ui/tabs';
import { toast } from '@/ui/toast-store';
import { stemOf } from '../stem';
import { Marks } from './bank-list';

/** What a question asks, its parts, and whether it is asked at all. */
export function ItemHead({ campId, itemId, item }: { campId: string; itemId: string; item: BankItem }) {
  const t = useT();
  const at = `/camps/${campId}/assessment/questions/${itemId}`;
  return (
    <>
      <Title
        lead={
          <span className="row wrap">
            <span>
              {item.track.title} · {item.skill.title} · <span className="mono">{item.slug}</span>
            </span>
            <Marks item={item} />
          </span>
        }
        actions={<RetireButton campId={campId} itemId={itemId} item={item} />}
      >
        <Phrase>{stemOf(item.item.stem).question}</Phrase>
      </Title>
      <Tabs
        label={t('item.parts')}
        items={[
          { href: at, label: t('item.tabQuestion') },
          { href: `${at}/statistics`, label: t('item.tabStatistics') },
        ]}
      />
    </>
  );
}

function RetireButton({ campId, itemId, item }: { campId: string; itemId: string; item: BankItem }) {
  const t = useT();
  const { put, refresh } = useAnswers();
  const retire = useWrite('itemBank.retire');
  const set = (of: BankItem, retired: boolean) =>
    retire.mutate(
      { campId, itemId: of.id, retired, version: of.version },
      {
        onSuccess: (now) => {
          put('itemBank.get', { campId, itemId }, now);
          refresh('itemBank.search');
          toast(t(retired ? 'item.retired' : 'item.broughtBack'), {
            action: { label: t('action.undo'), run: () => set(now, !retired) },
          });
        },
        onError: (error) => {
          refresh('itemBank.get');
          toast(isCode(error, 'stale') ? t('state.stale') : inWords(error), { tone: 'bad' });
        },
      },
    );
  const isRetired = item.state === 'retired';
  return (
    <Button icon={isRetired ? ArchiveRestore : Archive} busy={retire.isPending} onClick={() => set(item, !isRetired)}>
      {t(isRetired ? 'item.bringBack' : 'item.retire')}
    </Button>
  );
}
