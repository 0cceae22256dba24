'use client';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Title } from '@/ui/card';
import { Page } from '@/ui/shell/page';
import { ItemEditor } from './editor/item-editor';
import { ItemHead } from './item-head';
import { ItemHistory, ItemReports } from './item-side';

/** One question of the bank: to be read, changed and tried out. */
export function ItemPage({ campId, itemId }: { campId: string; itemId: string }) {
  const t = useT();
  const item = useGiven('itemBank.get', { campId, itemId });
  return (
    <Page
      crumbs={[
        { label: t('staff.questions'), href: `/camps/${campId}/assessment/questions` },
        { label: item.skill.title },
      ]}
    >
      <ItemHead campId={campId} itemId={itemId} item={item} />
      <ItemReports campId={campId} itemId={itemId} reports={item.reports} version={item.version} />
      <ItemEditor campId={campId} now={item}>
        <ItemHistory history={item.history} />
      </ItemEditor>
    </Page>
  );
}

export function NewItemPage({ campId, skill }: { campId: string; skill: string }) {
  const t = useT();
  return (
    <Page
      crumbs={[
        { label: t('staff.questions'), href: `/camps/${campId}/assessment/questions` },
        { label: t('item.new') },
      ]}
    >
      <Title lead={t('item.newLead')}>{t('item.new')}</Title>
      <ItemEditor campId={campId} now={null} skill={skill} />
    </Page>
  );
}
