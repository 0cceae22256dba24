import type { Camp, User } from '@tailcamp/contracts';
import {
  ClipboardCheck,
  FileUp,
  GraduationCap,
  Grid3x3,
  Hourglass,
  House,
  LayoutDashboard,
  NotebookPen,
  Radar,
  Route,
  Settings,
  ShieldCheck,
  Shuffle,
  SlidersHorizontal,
  Tent,
  UserRound,
  Users,
} from 'lucide-react';
import type { Translate } from '@/lib/i18n/translate';
import type { Place } from '@/ui/shell/place';

/** Where this person can go: what is not theirs is absent, not grey. */
export function placesOf(t: Translate, me: User, camp: Camp | null): { main: Place[]; own: Place[] } {
  const home = { href: '/', label: t('nav.home'), icon: House, letter: 'H', exact: true };
  const own: Place[] = [
    { href: '/profile', label: t('nav.profile'), icon: UserRound, letter: 'F' },
    { href: '/settings', label: t('nav.settings'), icon: Settings, letter: 'E' },
  ];
  if (me.role === 'admin') own.push({ href: '/admin', label: t('nav.admin'), icon: ShieldCheck, letter: 'A' });
  if (!camp) return { main: [home], own };
  const at = `/camps/${camp.id}`;
  const overview = { href: at, label: t('nav.overview'), icon: LayoutDashboard, letter: 'O', exact: true };
  const groups = { href: `${at}/groups`, label: t('nav.groups'), icon: Tent, letter: 'G' };
  const assessment = { href: `${at}/assessment`, label: t('nav.assessment'), icon: ClipboardCheck, letter: 'T' };
  const queue = { href: `${at}/queue`, label: t('nav.queue'), icon: Hourglass, letter: 'Q' };
  const tutor = { href: `${at}/tutor`, label: t('nav.tutor'), icon: GraduationCap, letter: 'U' };
  if (camp.myRole === 'student') {
    const skills = { href: `${at}/skills`, label: t('nav.skills'), icon: Radar, letter: 'K' };
    const path = { href: `${at}/path`, label: t('nav.path'), icon: Route, letter: 'P' };
    return { main: [home, path, assessment, skills, tutor, groups, queue, overview], own };
  }
  return {
    main: [
      overview,
      { href: `${at}/students`, label: t('nav.students'), icon: Users, letter: 'S', count: camp.students },
      { href: `${at}/matching`, label: t('nav.matching'), icon: Shuffle, letter: 'M' },
      assessment,
      { href: `${at}/class`, label: t('nav.classMap'), icon: Grid3x3, letter: 'L' },
      { href: `${at}/studio`, label: t('nav.studio'), icon: NotebookPen, letter: 'W' },
      tutor,
      queue,
      groups,
      { href: `${at}/policy`, label: t('nav.policy'), icon: SlidersHorizontal, letter: 'P' },
      { href: `${at}/import`, label: t('nav.import'), icon: FileUp, letter: 'I' },
    ],
    own: [home, ...own],
  };
}
