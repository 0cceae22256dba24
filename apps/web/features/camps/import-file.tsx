'use client';
import { CalendarDays, HeartHandshake, ListChecks, Users } from 'lucide-react';
import { useState } from 'react';
import { fieldErrors, inWords } from '@/lib/api/problem';
import { useAnswers, useGiven, useRead, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Title } from '@/ui/card';
import { DropZone } from '@/ui/drop-zone';
import { Icon } from '@/ui/icon';
import { Page } from '@/ui/shell/page';
import { Banner, Bones } from '@/ui/states';
import { ImportReport } from './import-report';
import { decodeText, LARGEST_FILE } from './read-text';

/** Drop a file, read what it would change, then apply it. */
export function ImportFile({ campId }: { campId: string }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const { put } = useAnswers();
  const reading = useWrite('camps.readImport');
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const [importId, setImportId] = useState<string | null>(null);
  const { data: read } = useRead(
    'camps.getImport',
    { campId, importId: importId ?? '' },
    { enabled: importId !== null },
  );

  const take = async (file: File | undefined) => {
    if (!file) return;
    reading.reset();
    setTooLarge(file.size > LARGEST_FILE ? file.name : null);
    if (file.size > LARGEST_FILE) return;
    const content = decodeText(new Uint8Array(await file.arrayBuffer()));
    reading.mutate(
      { campId, fileName: file.name, content },
      {
        onSuccess: (report) => {
          put('camps.getImport', { campId, importId: report.id }, report);
          setImportId(report.id);
        },
      },
    );
  };
  const crumbs = [{ label: camp.name, href: `/camps/${campId}` }, { label: t('nav.import') }];
  if (read)
    return (
      <Page crumbs={crumbs}>
        <ImportReport report={read} campId={campId} onAnother={() => setImportId(null)} />
      </Page>
    );
  const said = reading.error ? inWords(reading.error) : '';
  const problems = Object.values(fieldErrors(reading.error)).filter((message) => !said.includes(message));
  return (
    <Page crumbs={crumbs}>
      <Title lead={t('import.lead')}>{t('import.title')}</Title>
      {tooLarge && <Banner>{t('import.tooLarge', { name: tooLarge })}</Banner>}
      {reading.error && (
        <Banner>
          <b>{said}</b>
          {problems.slice(0, 8).map((message) => (
            <p key={message}>{message}</p>
          ))}
        </Banner>
      )}
      {reading.isPending ? (
        <Bones label={t('import.reading', { name: reading.variables.fileName })} rows={6} />
      ) : (
        <>
          <DropZone
            title={t('import.drop')}
            hint={t('import.dropHint')}
            choose={t('import.choose')}
            accept=".csv,.tsv,.txt,text/csv"
            onFile={(file) => void take(file)}
          />
          <WhatIsRead />
        </>
      )}
    </Page>
  );
}

const READS = [
  { icon: Users, name: 'import.readsWho', lead: 'import.readsWhoLead' },
  { icon: ListChecks, name: 'import.readsAnswers', lead: 'import.readsAnswersLead' },
  { icon: CalendarDays, name: 'import.readsTime', lead: 'import.readsTimeLead' },
  { icon: HeartHandshake, name: 'import.readsWishes', lead: 'import.readsWishesLead' },
] as const;

/** What a file may hold, so that nobody has to try. */
function WhatIsRead() {
  const t = useT();
  return (
    <dl className="reads" aria-label={t('import.reads')}>
      {READS.map(({ icon, name, lead }) => (
        <div key={name}>
          <dt>
            <Icon of={icon} size="s" />
            {t(name)}
          </dt>
          <dd className="note muted">{t(lead)}</dd>
        </div>
      ))}
    </dl>
  );
}
