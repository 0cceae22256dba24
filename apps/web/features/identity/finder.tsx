'use client';
import type { Camp } from '@tailcamp/contracts';
import { LogOut, SunMoon, Tent, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { type Command, Palette } from '@/ui/shell/palette';
import type { Place } from '@/ui/shell/place';
import { switchTheme } from '@/ui/theme';
import { signOut } from './account-menu';

const SHORTEST_SEARCH = 2;

/** The palette of this person: places, camps, what can be done, and in a camp its students by name. */
export function Finder(props: { places: readonly Place[]; camps: readonly Camp[]; camp: Camp | null }) {
  const { places, camps, camp } = props;
  const t = useT();
  const router = useRouter();
  const [text, setText] = useState('');
  const search = useDeferredValue(text);
  const searching = camp !== null && camp.myRole !== 'student' && search.length >= SHORTEST_SEARCH;
  const found = useRead(
    'camps.members',
    { campId: camp?.id ?? '', search, limit: 5 },
    { enabled: searching, keep: true },
  );
  const commands = useMemo((): Command[] => {
    const going = places.map(({ href, label, icon, letter }) => ({
      id: href.replace(/\W/g, '-'),
      label,
      icon,
      ...(letter ? { keys: `G ${letter}` } : {}),
      run: () => router.push(href),
    }));
    const to = camps.map(({ id, name }) => ({
      id,
      label: name,
      about: t('nav.camp'),
      icon: Tent,
      run: () => router.push(`/camps/${id}`),
    }));
    return [
      ...going,
      ...to,
      { id: 'theme', label: t('theme.switch'), icon: SunMoon, run: switchTheme },
      { id: 'sign-out', label: t('nav.signOut'), icon: LogOut, run: () => void signOut(false) },
    ];
  }, [places, camps, router, t]);
  const students = (searching ? (found.data?.items ?? []) : []).map(({ id, name }) => ({
    id,
    label: name,
    about: t('palette.student'),
    icon: UserRound,
    run: () => router.push(`/camps/${camp?.id}/students?search=${encodeURIComponent(name)}`),
  }));
  const onSearch = useCallback((typed: string) => setText(typed.trim()), []);
  return <Palette commands={commands} onSearch={onSearch} found={students} />;
}
