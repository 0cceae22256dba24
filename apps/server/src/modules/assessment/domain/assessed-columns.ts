import { type AssessedColumn, assessedColumn } from '@tailcamp/contracts';
import type { Outcome } from './attempt/outcome.js';
import type { Estimate } from './irt/posterior.js';

/** A track of a camp by its titles, for columns are read by people. */
export interface TitledTrack {
  slug: string;
  title: string;
  domains: readonly { id: string; title: string }[];
  skills: readonly { slug: string; title: string }[];
}

/** What somebody's newest attempt that is over has shown; masteries with what was practised since. */
export type Shown = Pick<Outcome, 'ability' | 'standardError' | 'domains' | 'mastery'>;

/** Columns as matching reads them, with a cell of each student of whom anything is known. */
export interface AssessedCells {
  columns: string[];
  /** Student → cells in the order of the columns, blank where nothing is known. */
  cells: Map<string, string[]>;
}

/**
 * Above this standard error an estimate is more noise than signal: its reliability, 1 − SE², is below a half. It is left
 * out as missing. What remains is a mean of the posterior, which lies nearer to the population's by as much as it is
 * unsure; so an error is weighed once, and nobody stands out by chance.
 */
const MOST_ERROR = Math.SQRT1_2;

/** @param shown student → track → what they have shown */
export function assessedCells(
  tracks: readonly TitledTrack[],
  shown: ReadonlyMap<string, ReadonlyMap<string, Shown>>,
): AssessedCells {
  const columns = tracks.flatMap((track) => columnsOf(track, titleOf(track, tracks)));
  const cells = new Map<string, string[]>();
  for (const [student, byTrack] of shown) {
    const row = columns.map(({ track, cell }) => {
      const of = byTrack.get(track);
      return of === undefined ? '' : cell(of);
    });
    cells.set(student, row);
  }
  return { columns: columns.map(({ name }) => name), cells };
}

interface Column {
  name: string;
  track: string;
  cell: (shown: Shown) => string;
}

/** One for the track, one for each of its domains, and one for all of its skills, which would flood a policy editor. */
function columnsOf({ slug, domains, skills }: TitledTrack, title: string): Column[] {
  const column = (holds: AssessedColumn['holds'], domain: string | null, cell: Column['cell']): Column => ({
    name: assessedColumn({ holds, track: title, domain }),
    track: slug,
    cell,
  });
  return [
    column('ability', null, abilityCell),
    ...domains.map(({ id, title: domain }) => column('ability', domain, (shown) => abilityCell(shown.domains?.[id]))),
    column('skills', null, ({ mastery }) => levelsCell(skills, mastery)),
  ];
}

const titleOf = ({ slug, title }: TitledTrack, tracks: readonly TitledTrack[]): string =>
  tracks.some((other) => other.slug !== slug && other.title === title) ? `${title} (${slug})` : title;

const abilityCell = (estimate: Estimate | undefined): string =>
  estimate === undefined || estimate.standardError > MOST_ERROR ? '' : estimate.ability.toFixed(3);

/** "Loops: 0.93; Recursion: 0.4": how likely each skill is mastered. What would end a piece of the list is left out of titles. */
const levelsCell = (skills: TitledTrack['skills'], mastery: Readonly<Record<string, number>>): string =>
  skills
    .flatMap(({ slug, title }) => {
      const level = mastery[slug];
      return level === undefined ? [] : [`${title.replace(/\s*[;,:]\s*/g, ' ')}: ${Number(level.toFixed(2))}`];
    })
    .join('; ');
