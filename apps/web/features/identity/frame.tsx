'use client';
import { useParams, useRouter } from 'next/navigation';
import { type ReactNode, useMemo } from 'react';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { useStream } from '@/lib/realtime/index';
import { Keys } from '@/ui/shell/keys';
import { Side } from '@/ui/shell/side';
import { TabBar } from '@/ui/shell/tab-bar';
import { toast } from '@/ui/toast-store';
import { useAccountMenu } from './account-menu';
import { Finder } from './finder';
import { CAMPS_SHOWN } from './frame-reads';
import { useKeptSession } from './kept-session';
import { placesOf } from './places';
import { useShownCamp } from './shown-camp';

/** Tabs on the phone beside More. */
const TABS = 4;

/** Around every signed-in page: the side, the tabs, the keys, the palette, and what happens to you, live. */
export function Frame({ children }: { children: ReactNode }) {
  const t = useT();
  const me = useGiven('identity.me', {});
  const { items: camps } = useGiven('camps.list', CAMPS_SHOWN);
  const campId = useCampId();
  const camp = camps.find(({ id }) => id === campId) ?? null;
  const places = useMemo(() => placesOf(t, me, camp), [t, me, camp]);
  const all = [...places.main, ...places.own];
  const mine = useAccountMenu();
  useKeptSession();
  useMyStream();
  const switchTo = [
    ...camps.slice(0, 12).map(({ id, name }) => ({ label: name, href: `/camps/${id}`, current: id === campId })),
    ...(camps.length > 0 ? [null] : []),
    { label: t('nav.allCamps'), href: '/' },
  ];
  return (
    <div className="shell">
      <Side
        camp={camp && { name: camp.name, about: t('count.students', { count: camp.students }) }}
        switchTo={switchTo}
        places={places.main}
        own={places.own}
        me={me}
        mine={mine}
      />
      <div className="main">{children}</div>
      <TabBar places={all.slice(0, TABS)} rest={all.slice(TABS)} />
      <Keys places={all} />
      <Finder places={all} camps={camps} camp={camp} />
    </div>
  );
}

/** The camp of this page: in its address, that of the group which the page shows, or the only one there is. */
function useCampId(): string | undefined {
  const { campId } = useParams<{ campId?: string }>();
  const shown = useShownCamp((state) => state.campId);
  const { items: camps } = useGiven('camps.list', CAMPS_SHOWN);
  const only = camps.length === 1 ? camps[0]?.id : undefined;
  return campId ?? shown ?? only;
}

/** What the camp does with you reaches you on whatever page you are. */
function useMyStream(): void {
  const t = useT();
  const router = useRouter();
  const me = useGiven('identity.me', {});
  const { seq } = useGiven('groups.mine', {});
  useStream(`user:${me.id}`, seq, ({ kind, data }) => {
    if (kind !== 'group.formed') return;
    toast(t('group.formed'), {
      action: { label: t('group.open'), run: () => router.push(`/groups/${data.groupId}`) },
    });
  });
}
