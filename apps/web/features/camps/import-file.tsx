'use client';
import { CalendarDays, FileUp, HeartHandshake, ListChecks, Users } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { fieldErrors, inWords } from '@/lib/api/problem';
import { useAnswers, useGiven, useRead, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Title } from '@/ui/card';
import { classes } from '@/ui/class-names';
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
          <DropZone onFile={(file) => void take(file)} />
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

function DropZone({ onFile }: { onFile: (file: File | undefined) => void }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's shortcut; the button inside does the same
    <div
      className={classes('card', 'drop-zone', over && 'over')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon of={FileUp} size="l" />
      <b>{t('import.drop')}</b>
      <p className="note muted">{t('import.dropHint')}</p>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        className="sr"
        tabIndex={-1}
        aria-label={t('import.choose')}
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button tone="primary" onClick={() => input.current?.click()}>
        {t('import.choose')}
      </Button>
    </div>
  );
}
