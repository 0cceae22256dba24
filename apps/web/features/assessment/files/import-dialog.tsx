'use client';
import type { ContentImport } from '@tailcamp/contracts';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useAnswers, useGiven, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { DropZone } from '@/ui/drop-zone';
import { Select } from '@/ui/field';
import { Banner } from '@/ui/states';
import { SkillOptions } from '../skills/skill-options';
import { ImportReport, Refusal } from './import-report';
import { type GivenFile, readFile } from './read-file';

interface ImportProps {
  what: 'skills' | 'items';
  campId: string;
  open: boolean;
  onClose: () => void;
  /** The track of skills, or the skill of questions, where the file names none. */
  suggested: string | null;
}

/** Reads a file into the camp: choose it, see what it is, take it, and see row by row what came of it. */
export function ImportDialog(props: ImportProps) {
  const t = useT();
  const { what, open, onClose } = props;
  return (
    <Dialog open={open} onClose={onClose} title={t(`file.title.${what}`)} className="import-dialog">
      {open && <Steps {...props} />}
    </Dialog>
  );
}

const ACCEPT = { skills: '.csv,.tsv,.txt,.yaml,.yml,.json', items: '.csv,.tsv,.txt,.yaml,.yml,.json,.xml,.zip' };

function Steps({ what, campId, suggested, onClose }: ImportProps) {
  const t = useT();
  const { refresh } = useAnswers();
  const skills = useWrite('skillGraph.import');
  const items = useWrite('itemFiles.import');
  const [file, setFile] = useState<GivenFile | null>(null);
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const [belongs, setBelongs] = useState(suggested ?? '');
  const [report, setReport] = useState<ContentImport | null>(null);
  const reading = what === 'skills' ? skills : items;
  const take = async (given: File | undefined) => {
    if (given === undefined) return;
    reading.reset();
    const read = await readFile(given);
    setTooLarge(read === null ? given.name : null);
    setFile(read);
  };
  const another = () => {
    reading.reset();
    setReport(null);
    setFile(null);
  };
  const go = () => {
    if (file === null) return;
    const { fileName, content } = file;
    const onSuccess = (done: ContentImport) => {
      setReport(done);
      refresh('skillGraph.track');
      refresh('itemBank.search');
      refresh('assessmentSettings.get', { campId });
    };
    const named = belongs === '' ? undefined : belongs;
    if (what === 'skills') skills.mutate({ campId, fileName, content, track: named }, { onSuccess });
    else items.mutate({ campId, fileName, content, skill: named }, { onSuccess });
  };
  if (report !== null) return <ImportReport what={what} report={report} onAnother={another} onClose={onClose} />;
  return (
    <>
      {tooLarge !== null && <Banner>{t('file.tooLarge', { name: tooLarge })}</Banner>}
      {reading.error !== null && <Refusal error={reading.error} />}
      {file === null ? (
        <DropZone
          title={t('file.drop')}
          hint={t(`file.reads.${what}`)}
          choose={t('file.choose')}
          accept={ACCEPT[what]}
          onFile={(given) => void take(given)}
        />
      ) : (
        <>
          <Begins file={file} />
          {what === 'skills' ? (
            <TrackChoice campId={campId} file={file} value={belongs} onChange={setBelongs} />
          ) : (
            <Select
              label={t('file.skill')}
              hint={t('file.skillHint')}
              value={belongs}
              onChange={({ target }) => setBelongs(target.value)}
            >
              <option value="">{t('file.skillNone')}</option>
              <SkillOptions campId={campId} />
            </Select>
          )}
          <p className="note muted">{t(`file.how.${what}`)}</p>
          <div className="dialog-do">
            <Button tone="quiet" onClick={another}>
              {t('file.another')}
            </Button>
            <Button tone="primary" icon={FileUp} busy={reading.isPending} onClick={go}>
              {t(`file.take.${what}`)}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function TrackChoice(props: { campId: string; file: GivenFile; value: string; onChange: (track: string) => void }) {
  const t = useT();
  const { offered } = useGiven('assessmentSettings.get', { campId: props.campId });
  if (!/\.(csv|tsv|txt)$/i.test(props.file.fileName)) return null;
  return (
    <Select
      label={t('file.track')}
      hint={t('file.trackHint')}
      value={props.value}
      onChange={({ target }) => props.onChange(target.value)}
    >
      <option value="">{t('file.trackByName')}</option>
      {offered.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </Select>
  );
}

/** What was chosen, so that nobody takes the wrong file: its name, its lines and how it begins. */
function Begins({ file: { fileName, begins, lines } }: { file: GivenFile }) {
  const t = useT();
  return (
    <figure className="file-begins">
      <figcaption className="row">
        <b className="grow clip">{fileName}</b>
        <span className="small muted num">
          {begins === null ? t('file.package') : t('file.lines', { count: lines })}
        </span>
      </figcaption>
      {begins !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <pre tabIndex={0}>{begins.map((line) => line.slice(0, 200)).join('\n')}</pre>
      )}
    </figure>
  );
}
