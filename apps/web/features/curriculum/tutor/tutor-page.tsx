'use client';
import { Lock, Users } from 'lucide-react';
import { useState } from 'react';
import { useGiven, useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Title } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { Page } from '@/ui/shell/page';
import { Bones } from '@/ui/states';
import { Conversation } from './conversation';
import { ThreadList } from './thread-list';

interface TutorPageProps {
  campId: string;
  /** As the address has it: a conversation, and the step that it was asked at. */
  thread: string | null;
  skill: { id: string; title: string } | null;
}

/** Conversations with the tutor, one of them open. */
export function TutorPage({ campId, thread: first, skill }: TutorPageProps) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const threads = useGiven('tutor.threads', { campId });
  const [threadId, setThreadId] = useState(first);
  const [about, setAbout] = useState(skill);
  const thread = useRead('tutor.thread', { campId, threadId: threadId ?? '' }, { enabled: threadId !== null });
  const open = (id: string | null) => {
    setThreadId(id);
    window.history.replaceState(null, '', id === null ? location.pathname : `?thread=${id}`);
  };
  const openToStaff = thread.data?.openToStaff ?? threads.staffMayRead;
  return (
    <Page className="tutor" crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: t('nav.tutor') }]}>
      <Title lead={t('tutor.lead')}>{t('tutor.title')}</Title>
      <div className="tutor-room">
        <details className="threads-phone">
          <summary>{t('tutor.conversations')}</summary>
          <ThreadList campId={campId} current={threadId} onOpen={open} />
        </details>
        <div className="threads-wide">
          <ThreadList campId={campId} current={threadId} onOpen={open} />
        </div>
        <div className="card talk">
          <p className="small muted talk-who">
            <Icon of={openToStaff ? Users : Lock} size="s" />
            {t(threadId === null && openToStaff ? 'tutor.openNext' : openToStaff ? 'tutor.open' : 'tutor.private')}
          </p>
          {threadId !== null && thread.data === undefined ? (
            <div className="pad conversation">
              <Bones label={t('state.loading')} />
            </div>
          ) : (
            <Conversation
              campId={campId}
              thread={threadId === null ? undefined : thread.data}
              threads={threads}
              about={about}
              onBegun={open}
              onAboutNothing={() => setAbout(null)}
            />
          )}
        </div>
      </div>
    </Page>
  );
}
