import { type ContentRow, type Skill, Track } from '@tailcamp/contracts';
import { parseDocument, stringify } from 'yaml';
import { csvOf } from '../../../../kernel/csv.js';
import { type PrerequisiteRow, problemsIn } from '../skills/prerequisite-rows.js';
import { slugOf } from './read-items.js';

/** What a file of skills holds: a whole track, or what is wrong with it. */
export interface ReadTrack {
  /** Null where anything is wrong: a graph is taken whole or not at all. */
  track: Track | null;
  rows: readonly ContentRow[];
}

/** Skill and prerequisite, a row for each pair; a skill that rests on nothing has a row with an empty one. */
export function trackCsv(skills: readonly Pick<Skill, 'id' | 'requires'>[]): string {
  const rows = skills.flatMap(({ id, requires }) =>
    requires.length === 0 ? [[id, '']] : requires.map((needed) => [id, needed]),
  );
  return csvOf([['skill', 'prerequisite'], ...rows]);
}

export function trackYaml(track: Track): string {
  return stringify(track, { lineWidth: 120 });
}

/** Reads a track of YAML or JSON. */
export function readTrackYaml(text: string): ReadTrack {
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) {
    const row = error.linePos?.[0].line ?? null;
    return refused([{ row, at: null, reason: 'not_yaml', message: error.message.split('\n')[0] ?? error.message }]);
  }
  const parsed = Track.safeParse(document.toJS({ maxAliasCount: 50 }));
  if (parsed.success) return { track: parsed.data, rows: [] };
  return refused(
    parsed.error.issues.map(({ path, message }) => ({
      row: null,
      at: path.map(String).join('.'),
      reason: 'invalid',
      message,
    })),
  );
}

/** What is known of a skill that a file of two columns only names. */
export type KnownSkill = Omit<Skill, 'requires'> & { track: string };

/**
 * Reads a graph of two columns into a track. Skills that are known there keep what is known of them; new ones go by their
 * name alone, into a domain of their own, until somebody says more.
 * @param known the skills there are, of all tracks
 */
export function readTrackCsv(
  rows: readonly PrerequisiteRow[],
  {
    slug,
    title,
    existing,
    known,
    fileName,
  }: {
    slug: string;
    title: string;
    /** The track as it stands; null for a new one. */
    existing: Omit<Track, 'skills'> | null;
    known: ReadonlyMap<string, KnownSkill>;
    fileName: string;
  },
): ReadTrack {
  const names = new Map<string, string>();
  const nameless: Problem[] = [];
  const named = rows.map((row) => {
    const nameOf = (text: string, at: 'skill' | 'prerequisite') => {
      if (text === '') return '';
      const id = known.has(text) ? text : slugOf(text);
      if (id === null)
        nameless.push({ row: row.row, at, reason: 'invalid', message: `no name can be made of "${text}"` });
      else if (!names.has(id)) names.set(id, text);
      return id ?? '';
    };
    return { row: row.row, skill: nameOf(row.skill, 'skill'), prerequisite: nameOf(row.prerequisite, 'prerequisite') };
  });
  const elsewhere = named.flatMap(({ row, skill, prerequisite }): Problem[] => {
    const home = known.get(skill)?.track ?? slug;
    if (home === slug || prerequisite === '') return [];
    const message = `"${skill}" is a skill of the track ${home}: what it requires is said there`;
    return [{ row, at: 'skill', reason: 'invalid', message }];
  });
  if (nameless.length + elsewhere.length > 0) return refused([...nameless, ...elsewhere]);
  const problems = problemsIn(named);
  if (problems.length > 0) {
    return refused(
      problems.map(({ row, column, reason }) => ({
        row,
        at: column,
        reason: /require each other/.test(reason) ? 'circle' : /same as row/.test(reason) ? 'twice' : 'invalid',
        message: reason,
      })),
    );
  }
  const requires = new Map<string, string[]>();
  for (const { skill, prerequisite } of named) {
    const needed = requires.get(skill) ?? [];
    requires.set(skill, needed);
    if (prerequisite !== '') needed.push(prerequisite);
  }
  // A skill of another track stays there.
  const own = [...names.keys()].filter((id) => (known.get(id)?.track ?? slug) === slug);
  const domain = { id: 'general', title: 'General' };
  const skills = own.map((id): Skill => {
    const before = known.get(id);
    const needed = requires.get(id) ?? [];
    if (before !== undefined) {
      const { track: _, ...rest } = before;
      return { ...rest, requires: needed };
    }
    const text = names.get(id) ?? id;
    return {
      id,
      title: titleOf(text),
      domain: domain.id,
      level: needed.length === 0 ? 1 : 2,
      description: `Came with ${fileName}; nobody has described it yet.`,
      requires: needed,
    };
  });
  const domains = existing?.domains ?? [];
  const needsDomain = skills.some((skill) => skill.domain === domain.id) && !domains.some(({ id }) => id === domain.id);
  const parsed = Track.safeParse({
    id: slug,
    title: existing?.title ?? title,
    description: existing?.description ?? `Came with ${fileName}; nobody has described it yet.`,
    domains: needsDomain || domains.length === 0 ? [...domains, domain] : domains,
    skills,
  });
  if (parsed.success) return { track: parsed.data, rows: [] };
  return refused(
    parsed.error.issues.map(({ path, message }) => ({
      row: null,
      at: path.map(String).join('.'),
      reason: 'invalid',
      message,
    })),
  );
}

type Problem = Pick<ContentRow, 'row' | 'at' | 'reason' | 'message'>;

const refused = (problems: readonly Problem[]): ReadTrack => ({
  track: null,
  rows: problems.map((problem) => ({ file: null, was: 'refused', ...problem })),
});

/** A name as a title: `linear-algebra` becomes "Linear algebra", and what is written in words stays. */
function titleOf(name: string): string {
  const words = /[\s\p{Lu}]/u.test(name) ? name : name.replace(/[-_]+/g, ' ');
  const title = words.trim().slice(0, 80);
  return title.length < 2 ? `${title} (skill)` : title.charAt(0).toUpperCase() + title.slice(1);
}
