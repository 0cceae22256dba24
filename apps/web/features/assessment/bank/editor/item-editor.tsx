'use client';
import type { BankItem } from '@tailcamp/contracts';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { fieldErrors, inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { useKept } from '@/lib/use-kept';
import { Button } from '@/ui/button';
import { Banner } from '@/ui/states';
import { toast } from '@/ui/toast-store';
import { slugOf } from '../../slug';
import { Conflict } from './conflict';
import { draftFrom, draftOf, emptyDraft, type ItemDraft, isSame, itemOf } from './draft';
import { fieldName } from './field-name';
import { errorsOf } from './field-words';
import { ItemForm } from './item-form';
import { ItemPreview } from './item-preview';
import { usePreview } from './use-preview';

/** The first words of a question make its name, until somebody gives it another. */
const NAME_WORDS = 7;
const nameOf = ({ id, stem }: ItemDraft) => (id === '' ? slugOf(stem.split(/\s+/).slice(0, NAME_WORDS).join(' ')) : id);

const KEEPING = { read: draftFrom, isSame };

interface EditorProps {
  campId: string;
  /** The question as it stands on the server now; null: a new one. */
  now: BankItem | null;
  /** The skill of a new one. */
  skill?: string;
  /** What stands below the preview. */
  children?: React.ReactNode;
}

/** A question and how it looks, side by side. What somebody else saves meanwhile is told, and never lost. */
export function ItemEditor({ campId, now, skill = '', children }: EditorProps) {
  const t = useT();
  const [base, setBase] = useState(now);
  const [saved, setSaved] = useState(() => (now === null ? emptyDraft(skill) : draftOf(now.item)));
  const [draft, setDraft] = useState(saved);
  const [tried, setTried] = useState(false);
  const id = base === null ? nameOf(draft) : draft.id;
  const { preview, errors: previewErrors, anotherOrder } = usePreview(campId, draft, id);
  const changed = !isSame(draft, saved);
  const kept = useKept(`item:${campId}:${base?.slug ?? 'new'}`, draft, saved, base?.version ?? 0, KEEPING);
  const take = (item: BankItem) => {
    const fresh = draftOf(item.item);
    setBase(item);
    setSaved(fresh);
    setDraft(fresh);
    setTried(false);
  };
  const { save, error, isPending } = useSaving(campId, base, take, kept.forget);
  const theirs = now !== null && base !== null && now.version > base.version && !isPending ? now : null;
  // Somebody else's version comes by itself where there is nothing of one's own to lose.
  if (theirs !== null && !changed) take(theirs);
  const saveErrors = fieldErrors(isCode(error, 'stale') ? null : error);
  const missing = errorsOf(t, itemOf(draft), previewErrors);
  const errors = tried ? { ...errorsOf(t, itemOf(draft), saveErrors), ...missing } : {};
  const form = useRef<HTMLFormElement>(null);
  // Where a save was refused, the hand goes to the first field that is not as it should be.
  useEffect(() => {
    if (error !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  const submit = () => {
    setTried(true);
    save({ ...itemOf(draft), id });
  };
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
                  if (kept.found) setDraft({ ...kept.found.draft, id: draft.id || kept.found.draft.id });
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
          {t(kept.found.version < (base?.version ?? 0) ? 'item.keptOld' : 'item.kept')}
        </Banner>
      )}
      <form
        ref={form}
        className="item-work"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className="col">
          <ItemForm
            campId={campId}
            draft={{ ...draft, id }}
            set={(change) => setDraft((before) => ({ ...before, ...change }))}
            errors={errors}
            skillTitle={base !== null && base.skill.id === draft.skill ? base.skill.title : null}
            isNew={base === null}
          />
          {theirs !== null && changed && base !== null && (
            <Conflict
              base={base}
              theirs={theirs}
              onTheirs={() => take(theirs)}
              onMine={() => {
                setBase(theirs);
                setSaved(draftOf(theirs.item));
              }}
            />
          )}
          {error !== null && !isCode(error, 'stale') && (
            <Banner>{Object.keys(saveErrors).length > 0 ? t('item.refused') : inWords(error)}</Banner>
          )}
          <div className="row wrap item-do">
            <Button type="submit" tone="primary" busy={isPending} disabled={!changed || theirs !== null}>
              {t(base === null ? 'bank.add' : 'action.save')}
            </Button>
            {changed && (
              <Button tone="quiet" onClick={() => setDraft(saved)}>
                {t('item.discard')}
              </Button>
            )}
            <span className="small muted" role="status">
              {t(changed ? 'item.unsaved' : base === null ? 'item.keptHere' : 'state.saved')}
            </span>
          </div>
        </div>
        <div className="col item-beside">
          <ItemPreview
            preview={preview}
            missing={Object.entries(missing).map(([field, message]) => `${fieldName(t, field)}: ${message}`)}
            onAnotherOrder={anotherOrder}
          />
          {children}
        </div>
      </form>
    </>
  );
}

/** Saves a new question or a change of one; what was saved becomes what is edited. */
function useSaving(campId: string, base: BankItem | null, take: (item: BankItem) => void, forget: () => void) {
  const t = useT();
  const router = useRouter();
  const { put, refresh } = useAnswers();
  const create = useWrite('itemBank.create');
  const change = useWrite('itemBank.change');
  const refreshLists = () => {
    refresh('itemBank.search');
    refresh('itemBank.statistics');
  };
  const save = (item: ReturnType<typeof itemOf>) => {
    if (base === null) {
      create.mutate(
        { campId, item },
        {
          onSuccess: (made) => {
            forget();
            put('itemBank.get', { campId, itemId: made.id }, made);
            refreshLists();
            toast(t('item.added'));
            router.replace(`/camps/${campId}/assessment/questions/${made.id}`);
          },
        },
      );
      return;
    }
    const itemId = base.id;
    change.mutate(
      { campId, itemId, item, version: base.version },
      {
        onSuccess: (made) => {
          forget();
          take(made);
          refresh('itemBank.get');
          refreshLists();
          const undo = () =>
            change.mutate(
              { campId, itemId: made.id, item: base.item, version: made.version },
              { onSuccess: take, onError: (error) => toast(inWords(error), { tone: 'bad' }), onSettled: refreshLists },
            );
          toast(t('item.saved'), { action: { label: t('action.undo'), run: undo } });
        },
        onError: (error) => {
          if (isCode(error, 'stale')) refresh('itemBank.get');
        },
      },
    );
  };
  const { error } = base === null ? create : change;
  return { save, error, isPending: create.isPending || change.isPending };
}
