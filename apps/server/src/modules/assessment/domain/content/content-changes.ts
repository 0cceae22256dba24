import type { Content } from './content.js';

/** What stands of the shipped content, by name: of which state it was taken; null for what somebody else brought. */
export interface Standing {
  tracks: ReadonlyMap<string, string | null>;
  skills: ReadonlyMap<string, string | null>;
  items: ReadonlyMap<string, string | null>;
}

/** What has to be written for the library to hold the content as it is shipped now. */
export interface ContentChanges {
  tracks: readonly { value: Content['tracks'][number]; hash: string }[];
  skills: readonly { value: Content['tracks'][number]['skills'][number]; track: string; hash: string }[];
  items: readonly { value: Content['items'][number]; hash: string }[];
  /** Names of what was shipped once and is no more. */
  gone: { tracks: readonly string[]; skills: readonly string[]; items: readonly string[] };
}

/**
 * Compares by hash: what is as it was is left alone, and so is what somebody else brought under the same name.
 * @param hashOf of any JSON
 */
export function contentChanges(
  content: Content,
  standing: Standing,
  hashOf: (value: unknown) => string,
): ContentChanges {
  const tracks = content.tracks.map(({ skills: _, ...track }) => ({
    value: { ...track, skills: [] },
    hash: hashOf(track),
  }));
  const skills = content.tracks.flatMap((track) =>
    track.skills.map((value) => ({ value, track: track.id, hash: hashOf([track.id, value]) })),
  );
  const items = content.items.map((value) => ({ value, hash: hashOf(value) }));
  return {
    tracks: tracks.filter(({ value, hash }) => isDue(standing.tracks, value.id, hash)),
    skills: skills.filter(({ value, hash }) => isDue(standing.skills, value.id, hash)),
    items: items.filter(({ value, hash }) => isDue(standing.items, value.id, hash)),
    gone: {
      tracks: gone(standing.tracks, tracks),
      skills: gone(standing.skills, skills),
      items: gone(standing.items, items),
    },
  };
}

function isDue(standing: ReadonlyMap<string, string | null>, name: string, hash: string): boolean {
  const was = standing.get(name);
  return was === undefined || (was !== null && was !== hash);
}

function gone(standing: ReadonlyMap<string, string | null>, shipped: readonly { value: { id: string } }[]): string[] {
  const names = new Set(shipped.map(({ value }) => value.id));
  return [...standing].flatMap(([name, was]) => (was !== null && !names.has(name) ? [name] : []));
}
