import type { Criterion, PolicyGroup, SurveyColumn } from '@tailcamp/contracts';
import { parseRank } from '../survey/numbers.js';
import { textAtStar } from '../survey/pattern.js';
import type { SurveyTable } from '../survey/table.js';

/** Projects that students ranked, as named groups, and the wish to get those that they ranked high. */
export interface RankedProjects {
  readonly groups: PolicyGroup[];
  readonly preference: Extract<Criterion, { kind: 'preference' }>;
  /** Whether some students left some projects out. */
  readonly someUnranked: boolean;
  readonly notices: string[];
}

/**
 * What columns of ranks ("projectPreference[Atlas]") say: a group for each, of sizes around the even one; all projects run
 * where there are two students for each. Null without such columns.
 */
export function rankedProjects(columns: readonly SurveyColumn[], table: SurveyTable): RankedProjects | null {
  const first = columns.find(({ recognisedAs }) => recognisedAs === 'rank');
  if (first === undefined) return null;
  const pattern = first.name.replace(/\[[^\]]*\]\s*$/, '[*]');
  // A project that nobody ranked is a project all the same.
  const ranked = columns
    .filter(({ recognisedAs, missing }) => recognisedAs === 'rank' || missing === table.rows.length)
    .map(({ name }) => ({ column: name, project: textAtStar(name, pattern) ?? '' }))
    .filter(({ project }) => project !== '');
  const distinct = new Set(ranked.map(({ project }) => project.toLowerCase()));
  if (ranked.length < 2 || distinct.size < ranked.length) return null;
  const rows = table.rows.map(({ cells }) =>
    ranked.map(({ column }) => parseRank(cells[table.columns.indexOf(column)] ?? '')).filter((rank) => rank !== null),
  );
  const size = sizeFor(rows.length, ranked.length);
  const rated = areRatings(rows);
  return {
    groups: ranked.map(({ project }) => ({ name: project, ...size })),
    preference: { kind: 'preference', columns: pattern, ...(rated ? { best: 'high' } : {}) },
    someUnranked: rows.some((ranks) => ranks.length < ranked.length),
    notices: rated ? [`"${pattern}" is read as ratings, the highest being the first choice`] : [],
  };
}

function sizeFor(students: number, projects: number): { min: number; max: number } {
  const even = students / projects;
  const min = even >= 4 ? Math.floor(even) - 1 : even >= 2 ? 2 : even >= 1 ? 1 : 0;
  return { min, max: Math.max(min, Math.ceil(even) + 1) };
}

/** Who ranks gives each rank once; where most students give one twice, they rate. */
function areRatings(rows: readonly (readonly number[])[]): boolean {
  const several = rows.filter((ranks) => ranks.length > 1);
  return several.filter((ranks) => new Set(ranks).size < ranks.length).length * 2 > several.length;
}
