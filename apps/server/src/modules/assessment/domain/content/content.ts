import { Item, Track } from '@tailcamp/contracts';
import { circleIn } from '../skills/circle.js';

/** A file of content, parsed as YAML or JSON but not yet looked at. */
export interface ContentFile {
  path: string;
  value: unknown;
}

/** What stands for one track: its own file and those of its questions. */
export interface TrackFiles {
  track: ContentFile;
  items: readonly ContentFile[];
}

/** What is wrong, and where: the file, and in it the path of the field or the id of the thing. */
export interface ContentProblem {
  file: string;
  at: string;
  message: string;
}

export interface Content {
  tracks: readonly Track[];
  items: readonly Item[];
}

/**
 * Reads tracks with their questions, and holds them to their schemas and to each other: ids known once, domains and
 * skills that exist, prerequisites without a circle.
 * @returns what could be read, and all that is wrong; the content is sound only where nothing is
 */
export function contentOf(files: readonly TrackFiles[]): { content: Content; problems: readonly ContentProblem[] } {
  const reader = new Reader();
  const read = files.map(({ track, items }) => ({
    file: track.path,
    track: reader.parse(Track, track.path, track.value),
    items: items.flatMap((file) => reader.itemsOf(file)),
  }));
  const skills = new Map<string, string>();
  for (const { file, track } of read) {
    if (track === null) continue;
    const domains = new Set(track.domains.map(({ id }) => id));
    for (const skill of track.skills) {
      reader.known(skills, skill.id, file, track.id, 'skill');
      if (!domains.has(skill.domain)) reader.tell(file, skill.id, `The track has no domain “${skill.domain}”`);
    }
  }
  const tracks = read.flatMap(({ track }) => track ?? []);
  for (const { file, track } of read) {
    for (const skill of track?.skills ?? []) {
      for (const needed of skill.requires) {
        if (!skills.has(needed)) reader.tell(file, skill.id, `It requires “${needed}”, which is no skill of any track`);
      }
    }
  }
  const circle = circleIn(tracks.flatMap((track) => track.skills.map(({ id, requires }) => [id, requires] as const)));
  if (circle !== null) reader.tell('', circle[0] ?? '', `Skills that require each other: ${circle.join(' → ')}`);
  const ids = new Map<string, string>();
  for (const { track, items } of read) {
    for (const { file, item } of items) {
      reader.known(ids, item.id, file, file, 'question');
      const home = skills.get(item.skill);
      if (home === undefined) reader.tell(file, item.id, `There is no skill “${item.skill}”`);
      else if (track !== null && home !== track.id) reader.tell(file, item.id, `“${item.skill}” is a skill of ${home}`);
    }
  }
  return {
    content: { tracks, items: read.flatMap(({ items }) => items.map(({ item }) => item)) },
    problems: reader.problems,
  };
}

class Reader {
  readonly problems: ContentProblem[] = [];

  tell(file: string, at: string, message: string): void {
    this.problems.push({ file, at, message });
  }

  /** Each id once; `where` is said to whoever brings it again. */
  known(ids: Map<string, string>, id: string, file: string, where: string, what: string): void {
    const before = ids.get(id);
    if (before === undefined) ids.set(id, where);
    else this.tell(file, id, `There is a ${what} of this id already, in ${before}`);
  }

  /** @returns null where it does not fit, with each field told of */
  parse<T>(schema: Schema<T>, file: string, value: unknown, at = ''): T | null {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const { path, message } of result.error.issues) {
      this.tell(file, [at, ...path.map(String)].filter((part) => part !== '').join('.'), message);
    }
    return null;
  }

  itemsOf({ path, value }: ContentFile): readonly { file: string; item: Item }[] {
    if (!Array.isArray(value)) {
      this.tell(path, '', 'A file of questions is a list');
      return [];
    }
    return value.flatMap((entry: unknown, at) => {
      const item = this.parse(Item, path, entry, nameOf(entry) ?? `question ${at + 1}`);
      return item === null ? [] : [{ file: path, item }];
    });
  }
}

interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } };
}

const nameOf = (entry: unknown): string | undefined =>
  typeof entry === 'object' && entry !== null && 'id' in entry ? String(entry.id) : undefined;
