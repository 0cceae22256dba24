import type { Input } from '@/lib/api/names';

type Search = Input<'itemBank.search'>;
/** What the bank is filtered by, as its address says it; an empty string for whatever does not count. */
export type Filters = Readonly<Record<(typeof FIELDS)[number], string>>;

export const FIELDS = [
  'search',
  'track',
  'skill',
  'kind',
  'source',
  'state',
  'flag',
  'easiest',
  'hardest',
] as const satisfies readonly (keyof Search)[];

const ROWS = 40;

const ONE_OF = {
  kind: ['choice', 'choices', 'ordering', 'text', 'number', 'essay', 'program'],
  source: ['library', 'camp'],
  state: ['active', 'retired'],
  flag: ['reported', 'misfit', 'any'],
} as const;
export const KINDS = ONE_OF.kind;
export const FLAGS = ONE_OF.flag;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The filters of an address; what no filter can be is left out. */
export function filtersOf(given: Readonly<Record<string, string | string[] | undefined>>): Filters {
  const known = (field: (typeof FIELDS)[number]) => {
    const value = given[field];
    if (typeof value !== 'string') return '';
    const text = value.trim();
    if (field in ONE_OF) return ONE_OF[field as keyof typeof ONE_OF].some((one) => one === text) ? text : '';
    if (field === 'track' || field === 'skill') return SLUG.test(text) && text.length <= 80 ? text : '';
    if (field === 'easiest' || field === 'hardest')
      return text !== '' && Math.abs(Number(text)) <= 5 ? String(Number(text)) : '';
    return text.slice(0, 200);
  };
  const filters = Object.fromEntries(FIELDS.map((field) => [field, known(field)])) as Record<
    (typeof FIELDS)[number],
    string
  >;
  const isUpsideDown =
    filters.easiest !== '' && filters.hardest !== '' && Number(filters.easiest) > Number(filters.hardest);
  return isUpsideDown ? { ...filters, easiest: filters.hardest, hardest: filters.easiest } : filters;
}

/** The address of the bank with these filters; `?` and no more without any. */
export const addressOf = (filters: Filters): string =>
  `?${new URLSearchParams(FIELDS.filter((field) => filters[field] !== '').map((field) => [field, filters[field]]))}`;

export const NO_FILTERS: Filters = filtersOf({});
export const isFiltered = (filters: Filters): boolean => FIELDS.some((field) => filters[field] !== '');

/** What is asked for; the same on the server's first paint and in the browser. */
export function bankAsked(campId: string, filters: Filters): Search {
  const { kind, source, state, flag, easiest, hardest, search, track, skill } = filters;
  const one = <T extends string>(all: readonly T[], value: string) => all.find((each) => each === value);
  const asked: Search = {
    campId,
    limit: ROWS,
    search: search || undefined,
    track: track || undefined,
    skill: skill || undefined,
    kind: one(ONE_OF.kind, kind),
    source: one(ONE_OF.source, source),
    state: one(ONE_OF.state, state),
    flag: one(ONE_OF.flag, flag),
    easiest: easiest === '' ? undefined : Number(easiest),
    hardest: hardest === '' ? undefined : Number(hardest),
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Search;
}
