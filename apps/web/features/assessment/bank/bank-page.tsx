'use client';
import { Download, FileUp, ListChecks, Plus, SearchX } from 'lucide-react';
import { useState } from 'react';
import { useGiven, usePages } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { Menu } from '@/ui/menu';
import { Page } from '@/ui/shell/page';
import { Bones, Empty } from '@/ui/states';
import { ImportDialog } from '../files/import-dialog';
import { saveFile } from '../files/save-file';
import { StaffTabs } from '../staff/staff-tabs';
import { addressOf, bankAsked, type Filters, isFiltered, NO_FILTERS } from './bank-asked';
import { BankFilters } from './bank-filters';
import { BankList } from './bank-list';

/** The questions that a camp asks: the library's and its own, to be looked through, mended and brought in. */
export function BankPage({ campId, filters: asked }: { campId: string; filters: Filters }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const [filters, setFilters] = useState(asked);
  const [importing, setImporting] = useState(false);
  const found = usePages('itemBank.search', bankAsked(campId, filters));
  const narrow = (change: Filters) => {
    setFilters(change);
    window.history.replaceState(null, '', addressOf(change));
  };
  const total = found.last?.total ?? 0;
  const none = found.last !== undefined && total === 0;
  const add = (
    <ButtonLink
      tone="primary"
      icon={Plus}
      href={`/camps/${campId}/assessment/questions/new${filters.skill && `?skill=${filters.skill}`}`}
    >
      {t('bank.add')}
    </ButtonLink>
  );
  return (
    <Page crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: t('staff.questions') }]}>
      <StaffTabs campId={campId} />
      <Title
        lead={t('bank.lead')}
        actions={
          <div className="row wrap">
            <Button icon={FileUp} onClick={() => setImporting(true)}>
              {t('file.import')}
            </Button>
            <ExportMenu campId={campId} track={filters.track} />
            {add}
          </div>
        }
      >
        {isFiltered(filters) ? t('bank.found', { count: total }) : t('bank.title', { count: total })}
      </Title>
      <BankFilters campId={campId} filters={filters} onChange={narrow} />
      {found.last === undefined ? (
        <Bones label={t('state.loading')} rows={8} />
      ) : none && isFiltered(filters) ? (
        <Card label={t('staff.questions')}>
          <Empty
            icon={SearchX}
            title={t('bank.nothing')}
            action={<Button onClick={() => narrow(NO_FILTERS)}>{t('bank.clear')}</Button>}
          >
            {t('bank.nothingBecause')}
          </Empty>
        </Card>
      ) : none ? (
        <Card label={t('staff.questions')}>
          <Empty icon={ListChecks} title={t('bank.none')} action={add}>
            {t('bank.noneBecause')}
          </Empty>
        </Card>
      ) : (
        <BankList campId={campId} items={found.items} />
      )}
      {found.hasNextPage && (
        <Button className="more" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('bank.more', { shown: found.items.length, count: total })}
        </Button>
      )}
      <ImportDialog
        what="items"
        campId={campId}
        open={importing}
        onClose={() => setImporting(false)}
        suggested={filters.skill || null}
      />
    </Page>
  );
}

function ExportMenu({ campId, track }: { campId: string; track: string }) {
  const t = useT();
  const input = { campId, ...(track === '' ? {} : { track }) };
  return (
    <Menu
      className="btn"
      trigger={
        <>
          <Icon of={Download} size="s" />
          {t('file.export')}
        </>
      }
      items={[
        { label: t('file.asCsv'), onSelect: () => void saveFile('itemFiles.exportCsv', input) },
        { label: t('file.asYaml'), onSelect: () => void saveFile('itemFiles.exportYaml', input) },
      ]}
    />
  );
}
