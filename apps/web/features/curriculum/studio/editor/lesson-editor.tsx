'use client';
import type { LessonDraft, StudioLesson } from '@tailcamp/contracts';
import { type ReactNode, useDeferredValue, useEffect, useRef, useState } from 'react';
import { slugOf } from '@/features/assessment/slug';
import { inWords, isCode } from '@/lib/api/problem';
import { useT } from '@/lib/i18n/provider';
import { useKept } from '@/lib/use-kept';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { classes } from '@/ui/class-names';
import { Kbd } from '@/ui/marks';
import { Banner } from '@/ui/states';
import { LessonText } from '../../step/lesson-text';
import { emptyForm, type LessonForm as Form, formFrom, formOf, isSame, lessonOf } from './form';
import { LessonConflict } from './lesson-conflict';
import { LessonForm } from './lesson-form';
import { useFindings } from './use-findings';
import { useSaving } from './use-saving';

const KEEPING = { read: formFrom, isSame };
const nameOf = ({ id, title }: Form) => (id === '' ? slugOf(title) : id);

interface EditorProps {
  campId: string;
  /** The lesson as it stands on the server now; null: a new one. */
  now: StudioLesson | null;
  /** The skill of a new one. */
  skill?: string;
  children?: ReactNode;
}

/** A lesson, its fields at the left and as a learner will read it at the right. What is not saved stays in this browser. */
export function LessonEditor({ campId, now, skill = '', children }: EditorProps) {
  const t = useT();
  const [base, setBase] = useState(now);
  const [saved, setSaved] = useState(() => (now === null ? emptyForm(skill) : formOf(now.lesson)));
  const [form, setForm] = useState(saved);
  const [view, setView] = useState<'write' | 'read'>('write');
  const lesson = lessonOf({ ...form, id: base === null ? nameOf(form) : form.id });
  const findings = useFindings(campId, lesson);
  const changed = !isSame(form, saved);
  const kept = useKept(`lesson:${campId}:${base?.id ?? 'new'}`, form, saved, base?.version ?? 0, KEEPING);
  const take = (fresh: StudioLesson) => {
    setBase(fresh);
    setSaved(formOf(fresh.lesson));
    setForm(formOf(fresh.lesson));
  };
  const { save, error, isPending } = useSaving(campId, base, take, kept.forget);
  const theirs = now !== null && base !== null && now.version > base.version && !isPending ? now : null;
  // Somebody else's version comes by itself where there is nothing of one's own to lose.
  if (theirs !== null && !changed) take(theirs);
  const submit = () => {
    if (changed && theirs === null) save(lesson);
  };
  useSaveKey(submit);
  const read = useDeferredValue(lesson);
  return (
    <>
      {kept.found !== null && (
        <Banner
          calm
          action={
            <div className="row">
              <Button
                size="small"
                onClick={() => {
                  if (kept.found) setForm({ ...kept.found.draft, id: form.id || kept.found.draft.id });
                  kept.seen();
                }}
              >
                {t('item.takeKept')}
              </Button>
              <Button size="small" tone="quiet" onClick={kept.seen}>
                {t('item.dropKept')}
              </Button>
            </div>
          }
        >
          {t(kept.found.version < (base?.version ?? 0) ? 'studio.keptOld' : 'item.kept')}
        </Banner>
      )}
      <div className="phone-flex">
        <Segmented<'write' | 'read'>
          label={t('studio.view')}
          value={view}
          options={[
            { value: 'write', label: t('studio.viewWrite') },
            { value: 'read', label: t('studio.viewRead') },
          ]}
          onChange={setView}
        />
      </div>
      <form
        className={classes('item-work', 'lesson-work', view)}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className="col lesson-fields">
          <LessonForm
            campId={campId}
            form={{ ...form, id: lesson.id }}
            set={(change) => setForm((before) => ({ ...before, ...change }))}
            findings={findings}
            skillTitle={base !== null && base.skill.id === form.skill ? base.skill.title : null}
            isNew={base === null}
          />
          {theirs !== null && changed && base !== null && (
            <LessonConflict
              base={base.lesson}
              mine={lesson}
              theirs={theirs}
              onTheirs={() => take(theirs)}
              onMerged={(merged: LessonDraft) => {
                setBase(theirs);
                setSaved(formOf(theirs.lesson));
                setForm(formOf(merged));
              }}
            />
          )}
          {error !== null && !isCode(error, 'stale') && <Banner>{inWords(error)}</Banner>}
          <div className="row wrap item-do">
            <Button type="submit" tone="primary" busy={isPending} disabled={!changed || theirs !== null}>
              {t(base === null ? 'studio.saveDraft' : base.source === 'library' ? 'studio.saveCopy' : 'action.save')}
            </Button>
            <span className="wide">
              <Kbd>⌘</Kbd> <Kbd>S</Kbd>
            </span>
            {changed && (
              <Button tone="quiet" onClick={() => setForm(saved)}>
                {t('item.discard')}
              </Button>
            )}
            <span className="small muted" role="status">
              {t(changed ? 'item.unsaved' : base === null ? 'item.keptHere' : 'state.saved')}
            </span>
          </div>
        </div>
        <div className="col item-beside lesson-beside">
          <article className="card lesson" aria-label={t('item.preview')}>
            <LessonText lesson={{ ...read, title: read.title || t('studio.untitled') }} headingId="lesson-preview" />
          </article>
          {children}
        </div>
      </form>
    </>
  );
}

/** ⌘S, or Ctrl and S, wherever the focus is. */
function useSaveKey(save: () => void): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
}
