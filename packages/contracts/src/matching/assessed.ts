/**
 * What assessment brings to matching beside the answers of a survey: columns whose names say so, and which students never
 * see told, whatever a policy says of them.
 */
const ABILITY = 'Assessed ability: ';
const SKILLS = 'Assessed skills: ';
const WITHIN = ' › ';

/** What an assessed column holds: the ability in a track or one of its domains, or how likely each skill of a track is mastered. */
export interface AssessedColumn {
  holds: 'ability' | 'skills';
  track: string;
  domain: string | null;
}

export function assessedColumn({ holds, track, domain }: AssessedColumn): string {
  const about = domain === null ? track : `${track}${WITHIN}${domain}`;
  return `${holds === 'ability' ? ABILITY : SKILLS}${about}`;
}

/** @returns null for a column of the survey */
export function readAssessedColumn(name: string): AssessedColumn | null {
  if (name.startsWith(SKILLS)) return { holds: 'skills', track: name.slice(SKILLS.length), domain: null };
  if (!name.startsWith(ABILITY)) return null;
  const [track = '', domain = null] = name.slice(ABILITY.length).split(WITHIN);
  return { holds: 'ability', track, domain };
}
