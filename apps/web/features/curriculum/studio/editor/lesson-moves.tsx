'use client';
import type { LessonState, StudioLesson } from '@tailcamp/contracts';
import { Archive, ArchiveRestore, Check, Send, Undo2, UploadCloud } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { fieldErrors, inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Textarea } from '@/ui/field';
import { toast } from '@/ui/toast-store';

/** What can become of a lesson: review, publishing, back to its author with a comment, retiring. */
export function LessonMoves({ campId, lesson }: { campId: string; lesson: StudioLesson }) {
  const t = useT();
  const [isSending, setSending] = useState(false);
  const { put, refresh } = useAnswers();
  const move = useWrite('studio.move');
  const of = { campId, lessonId: lesson.id };
  const to = (state: LessonState, comment?: string) =>
    move.mutate(
      { ...of, state, version: lesson.version, ...(comment && { comment }) },
      {
        onSuccess: (now) => {
          put('studio.get', of, now);
          refresh('studio.list');
          refresh('studio.overview');
          setSending(false);
          toast(t(`studio.moved.${lesson.state === 'review' && state === 'draft' ? 'back' : state}`));
        },
        onError: (error) => {
          refresh('studio.get', of);
          const count = Object.keys(fieldErrors(error)).length;
          const words = isCode(error, 'stale') ? t('state.stale') : inWords(error);
          toast(count > 0 ? t('studio.mendFirst', { count }) : words, { tone: 'bad' });
        },
      },
    );
  const busy = (state: LessonState) => move.isPending && move.variables.state === state;
  const isWhole = lesson.findings.length === 0;
  const { state } = lesson;
  return (
    <div className="row wrap">
      {(state === 'draft' || state === 'published' || state === 'review') && (
        <Button icon={Archive} tone="quiet" busy={busy('retired')} onClick={() => to('retired')}>
          {t('studio.retire')}
        </Button>
      )}
      {state === 'review' && (
        <Button icon={Undo2} onClick={() => setSending(true)}>
          {t('studio.sendBack')}
        </Button>
      )}
      {state === 'retired' && (
        <Button icon={ArchiveRestore} busy={busy('draft')} onClick={() => to('draft')}>
          {t('studio.reopen')}
        </Button>
      )}
      {state === 'draft' && isWhole && (
        <Button icon={UploadCloud} busy={busy('published')} onClick={() => to('published')}>
          {t('studio.publish')}
        </Button>
      )}
      {state === 'draft' && (
        <Button icon={Send} tone="primary" busy={busy('review')} onClick={() => to('review')}>
          {t('studio.submit')}
        </Button>
      )}
      {state === 'review' && isWhole && (
        <Button icon={Check} tone="primary" busy={busy('published')} onClick={() => to('published')}>
          {t('studio.approve')}
        </Button>
      )}
      <Dialog open={isSending} onClose={() => setSending(false)} title={t('studio.sendBack')}>
        <SendBack busy={busy('draft')} onSend={(comment) => to('draft', comment)} />
      </Dialog>
    </div>
  );
}

function SendBack({ busy, onSend }: { busy: boolean; onSend: (comment: string) => void }) {
  const t = useT();
  const [comment, setComment] = useState('');
  const [isTried, setTried] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (comment.trim() !== '') onSend(comment.trim());
  };
  return (
    <form className="col" onSubmit={send} noValidate>
      <Textarea
        label={t('studio.comment')}
        hint={t('studio.commentHint')}
        error={isTried && comment.trim() === '' ? t('studio.commentMissing') : undefined}
        rows={4}
        maxLength={1000}
        value={comment}
        onChange={({ target }) => setComment(target.value)}
      />
      <div className="dialog-do">
        <Button type="submit" tone="primary" busy={busy}>
          {t('studio.sendBack')}
        </Button>
      </div>
    </form>
  );
}
