'use client';
import type { Camp } from '@tailcamp/contracts';
import { BookOpen, LogOut, Search, SunMoon, Tent, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { type Command, Palette } from '@/ui/shell/palette';
import type { Place } from '@/ui/shell/place';
import { switchTheme } from '@/ui/theme';
import { LONGEST_QUESTION } from '../curriculum/search/search-asked';
import { signOut } from './account-menu';

const SHORTEST_SEARCH = 2;
const SHORTEST_QUESTION = 3;
/** A question is asked once its words have stood still for so long. */
const ASKED_AFTER_MS = 250;

/** The palette of this person: places, camps, what can be done, and in a camp its students by name and its lessons. */
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
  const lessons = useLessons(camp?.id ?? null, text);
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
  return <Palette commands={commands} onSearch={onSearch} found={[...students, ...lessons]} />;
}

/** Lessons for what is typed, and at last a way to the page that has room for all of them. */
function useLessons(campId: string | null, text: string): Command[] {
  const t = useT();
  const router = useRouter();
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ASKED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const q = settled.slice(0, LONGEST_QUESTION);
  const { data } = useRead(
    'content.search',
    { campId: campId ?? '', q, limit: 4 },
    { enabled: campId !== null && q.length >= SHORTEST_QUESTION },
  );
  if (campId === null || text.length < SHORTEST_QUESTION) return [];
  // What answers an older question is not offered: Enter would open it.
  const found = (settled === text ? (data?.lessons ?? []) : []).map(
    ({ id, title, skill, draft, snippet }): Command => ({
      id: `lesson-${id}${draft ? '-draft' : ''}`,
      label: title,
      ...(draft ? { about: t('search.draft') } : {}),
      said: [{ text: `${skill.title}: `, marked: false }, ...snippet],
      icon: BookOpen,
      run: () => router.push(`/camps/${campId}/${draft ? 'studio' : 'lessons'}/${id}`),
    }),
  );
  return [
    ...found,
    {
      id: 'lessons-all',
      label: t('search.all', { question: text }),
      icon: Search,
      run: () => router.push(`/camps/${campId}/search?${new URLSearchParams({ q: text })}`),
    },
  ];
}
