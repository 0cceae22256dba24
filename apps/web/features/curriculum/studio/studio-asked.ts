import type { Input } from '@/lib/api/names';

type List = Input<'studio.list'>;

export const FIELDS = ['search', 'track', 'skill', 'state', 'source'] as const satisfies readonly (keyof List)[];
/** What the studio is filtered by, as its address says it; an empty string for whatever does not count. */
export type Filters = Readonly<Record<(typeof FIELDS)[number], string>>;

export const STATES = ['draft', 'review', 'published', 'retired'] as const;
export const SOURCES = ['library', 'camp'] as const;
const ROWS = 60;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The filters of an address; what no filter can be is left out. */
export function filtersOf(given: Readonly<Record<string, string | string[] | undefined>>): Filters {
  const text = (field: (typeof FIELDS)[number]) => {
    const value = given[field];
    return typeof value === 'string' ? value.trim() : '';
  };
  const oneOf = (all: readonly string[], value: string) => (all.includes(value) ? value : '');
  const slug = (value: string) => (SLUG.test(value) && value.length <= 80 ? value : '');
  return {
    search: text('search').slice(0, 100),
    track: slug(text('track')),
    skill: slug(text('skill')),
    state: oneOf(STATES, text('state')),
    source: oneOf(SOURCES, text('source')),
  };
}

/** The address of the studio with these filters; `?` and no more without any. */
export const addressOf = (filters: Filters): string =>
  `?${new URLSearchParams(FIELDS.filter((field) => filters[field] !== '').map((field) => [field, filters[field]]))}`;

export const NO_FILTERS: Filters = filtersOf({});
export const isFiltered = (filters: Filters): boolean => FIELDS.some((field) => filters[field] !== '');

/** What is asked for; the same on the server's first paint and in the browser. */
export function lessonsAsked(campId: string, { search, track, skill, state, source }: Filters): List {
  return {
    campId,
    limit: ROWS,
    ...(search && { search }),
    ...(track && { track }),
    ...(skill && { skill }),
    ...only(STATES, state, 'state'),
    ...only(SOURCES, source, 'source'),
  };
}

function only<T extends string, N extends string>(all: readonly T[], value: string, name: N): { [K in N]?: T } {
  const known = all.find((one) => one === value);
  return known === undefined ? {} : ({ [name]: known } as { [K in N]: T });
}
