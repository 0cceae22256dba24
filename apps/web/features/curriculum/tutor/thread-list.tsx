'use client';
import type { TutorThreadHead } from '@tailcamp/contracts';
import { Ellipsis, Lock, Pencil, Plus, Trash2, Users } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, usePages, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Input } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { Menu } from '@/ui/menu';
import { Banner } from '@/ui/states';
import { useDates } from '@/ui/time';
import { toast } from '@/ui/toast-store';

interface ThreadListProps {
  campId: string;
  current: string | null;
  onOpen: (threadId: string | null) => void;
}

/** My conversations, the newest first. */
export function ThreadList({ campId, current, onOpen }: ThreadListProps) {
  const t = useT();
  const dates = useDates();
  const pages = usePages('tutor.threads', { campId, limit: 30 });
  return (
    <nav className="threads" aria-label={t('tutor.conversations')}>
      <Button icon={Plus} onClick={() => onOpen(null)}>
        {t('tutor.new')}
      </Button>
      <ul>
        {pages.items.map((thread) => (
          <li key={thread.id} className="thread-row">
            <button
              type="button"
              className="thread-link"
              aria-current={thread.id === current ? 'page' : undefined}
              onClick={() => onOpen(thread.id)}
            >
              <span className="clip">{thread.title}</span>
              <span className="small muted">
                <Icon of={thread.openToStaff ? Users : Lock} size="s" />
                {t('tutor.asked', { count: thread.asked })} · {dates.day(thread.updatedAt)}
              </span>
            </button>
            <ThreadMenu campId={campId} thread={thread} onGone={() => thread.id === current && onOpen(null)} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button tone="quiet" busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('tutor.more')}
        </Button>
      )}
    </nav>
  );
}

function ThreadMenu({ campId, thread, onGone }: { campId: string; thread: TutorThreadHead; onGone: () => void }) {
  const t = useT();
  const [open, setOpen] = useState<'rename' | 'delete' | null>(null);
  const { refresh } = useAnswers();
  const rename = useWrite('tutor.rename');
  const remove = useWrite('tutor.remove');
  const of = { campId, threadId: thread.id };
  const close = () => setOpen(null);
  const changed = () => {
    close();
    refresh('tutor.threads');
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const title = String(new FormData(event.currentTarget).get('title') ?? '');
    rename.mutate({ ...of, title }, { onSuccess: changed });
  };
  const drop = () =>
    remove.mutate(of, {
      onSuccess: () => {
        changed();
        onGone();
        toast(t('tutor.deleted'));
      },
    });
  return (
    <>
      <Menu
        className="ib s"
        label={t('tutor.options')}
        trigger={<Icon of={Ellipsis} size="s" />}
        items={[
          { label: t('tutor.rename'), icon: Pencil, onSelect: () => setOpen('rename') },
          { label: t('tutor.delete'), icon: Trash2, danger: true, onSelect: () => setOpen('delete') },
        ]}
      />
      <Dialog open={open === 'rename'} onClose={close} title={t('tutor.renameTitle')}>
        <form onSubmit={submit}>
          {rename.error && <Banner>{inWords(rename.error)}</Banner>}
          <Input label={t('tutor.name')} name="title" required maxLength={120} defaultValue={thread.title} />
          <div className="dialog-do">
            <Button onClick={close}>{t('action.cancel')}</Button>
            <Button tone="primary" type="submit" busy={rename.isPending}>
              {t('action.save')}
            </Button>
          </div>
        </form>
      </Dialog>
      <Dialog open={open === 'delete'} onClose={close} title={t('tutor.deleteTitle')}>
        {remove.error && <Banner>{inWords(remove.error)}</Banner>}
        <p className="note muted">{t('tutor.deleteLead')}</p>
        <div className="dialog-do">
          <Button onClick={close}>{t('action.cancel')}</Button>
          <Button tone="danger" busy={remove.isPending} onClick={drop}>
            {t('tutor.delete')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
