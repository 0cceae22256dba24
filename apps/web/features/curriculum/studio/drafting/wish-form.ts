import type { StudioOverview } from '@tailcamp/contracts';
import type { Input } from '@/lib/api/names';

export type Wish = Input<'drafting.start'>['wish'];
export type What = Wish['what'];
export const WHATS = ['lesson', 'questions', 'brief'] as const satisfies readonly What[];
export const LEVELS = ['beginner', 'practised', 'advanced'] as const;
export const KINDS = ['lesson', 'exercise'] as const;
export const MOST_SKILLS = 8;

/** What is filled in: the fields of every kind of draft side by side, so that another can be tried without losing any. */
export interface WishForm {
  what: What;
  skill: string;
  skills: readonly string[];
  kind: (typeof KINDS)[number];
  level: (typeof LEVELS)[number];
  minutes: number;
  count: number;
  weeks: number;
  people: number;
  purpose: string;
}

export const emptyWish = (skill: string): WishForm => ({
  ...{ what: 'lesson', kind: 'lesson', level: 'beginner' },
  ...{ skill, skills: skill === '' ? [] : [skill] },
  ...{ minutes: 10, count: 4, weeks: 4, people: 4, purpose: '' },
});

/** @returns what is wished for; null where the skill is not chosen yet */
export function wishOf({
  what,
  skill,
  skills,
  kind,
  level,
  minutes,
  count,
  weeks,
  people,
  purpose,
}: WishForm): Wish | null {
  if (what === 'brief') return skills.length === 0 ? null : { what, skills: [...skills], weeks, people, purpose };
  if (skill === '') return null;
  return what === 'lesson' ? { what, skill, kind, level, minutes, purpose } : { what, skill, level, count, purpose };
}

export const skillTitles = ({ tracks }: StudioOverview): ReadonlyMap<string, string> =>
  new Map(tracks.flatMap(({ skills }) => skills.map(({ id, title }) => [id, title] as const)));

/** What a draft is about, in a word: its skill, or its skills. */
export function topicOf(wish: Wish, titles: ReadonlyMap<string, string>): string {
  const ids = wish.what === 'brief' ? wish.skills : [wish.skill];
  return ids.map((id) => titles.get(id) ?? id).join(', ');
}
