'use client';
import type { LessonRevision, StudioLesson } from '@tailcamp/contracts';
import { History } from 'lucide-react';
import { useState } from 'react';
import { inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useRead, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Dialog } from '@/ui/dialog';
import { Tag } from '@/ui/marks';
import { Bones } from '@/ui/states';
import { useDates } from '@/ui/time';
import { toast } from '@/ui/toast-store';
import { LessonDifference } from './field-difference';

/** Who made which version, what it changed, what was said to it; each can be looked at and brought back. */
export function LessonHistory({ campId, lesson }: { campId: string; lesson: StudioLesson }) {
  const t = useT();
  const dates = useDates();
  const [open, setOpen] = useState<number | null>(null);
  const { history } = lesson;
  const at = history.findIndex(({ version }) => version === open);
  const chosen = history[at];
  return (
    <Card title={t('studio.history')}>
      <ol className="lesson-history">
        {history.map((revision) => (
          <li key={revision.version}>
            <button type="button" className="history-row" onClick={() => setOpen(revision.version)}>
              <b className="num">{revision.version}</b>
              <span className="grow">
                <span className="row wrap">
                  <span>{revision.by ?? t('item.byLibrary')}</span>
                  {revision.drafted !== null && revision.changed.includes('body') && (
                    <Tag tone="info">
                      {revision.drafted.how === 'model'
                        ? t('draft.historyModel', { model: revision.drafted.model })
                        : t('draft.historyRules')}
                    </Tag>
                  )}
                  {revision.changed.includes('state') && <Tag>{t(`studio.state.${revision.state}`)}</Tag>}
                </span>
                <span className="small muted">
                  <ChangedFields of={revision} /> · {dates.moment(revision.at)}
                </span>
                {revision.comment !== null && <q className="small">{revision.comment}</q>}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <Dialog
        open={chosen !== undefined}
        onClose={() => setOpen(null)}
        title={t('studio.versionTitle', { version: open ?? 0 })}
        className="wide"
      >
        {chosen && (
          <Version
            campId={campId}
            lesson={lesson}
            revision={chosen}
            before={history[at + 1]?.version ?? null}
            onClose={() => setOpen(null)}
          />
        )}
      </Dialog>
    </Card>
  );
}

function ChangedFields({ of }: { of: LessonRevision }) {
  const t = useT();
  const fields = of.changed.flatMap((field) => (field === 'state' ? [] : t(`studio.field.${field}`)));
  return of.version === 1 ? t('studio.firstVersion') : fields.join(', ') || t('studio.stateOnly');
}

function Version(props: {
  campId: string;
  lesson: StudioLesson;
  revision: LessonRevision;
  before: number | null;
  onClose: () => void;
}) {
  const t = useT();
  const { campId, lesson, revision, before, onClose } = props;
  const of = { campId, lessonId: lesson.id };
  const now = useRead('studio.version', { ...of, version: revision.version }, { lasting: true });
  const was = useRead('studio.version', { ...of, version: before ?? 1 }, { lasting: true, enabled: before !== null });
  const { put, refresh } = useAnswers();
  const restore = useWrite('studio.restore');
  const isNewest = revision.version === lesson.version;
  const bring = () =>
    restore.mutate(
      { ...of, from: revision.version, version: lesson.version },
      {
        onSuccess: (made) => {
          put('studio.get', of, made);
          refresh('studio.list');
          toast(t('studio.restored', { version: revision.version }));
          onClose();
        },
        onError: (error) => {
          refresh('studio.get', of);
          toast(isCode(error, 'stale') ? t('state.stale') : inWords(error), { tone: 'bad' });
        },
      },
    );
  if (now.data === undefined || (before !== null && was.data === undefined))
    return <Bones label={t('state.loading')} rows={5} />;
  return (
    <>
      <LessonDifference before={before === null ? null : (was.data ?? null)} after={now.data} />
      {!isNewest && (
        <div className="dialog-do">
          <Button icon={History} busy={restore.isPending} onClick={bring}>
            {t('studio.restore', { version: revision.version })}
          </Button>
        </div>
      )}
    </>
  );
}
