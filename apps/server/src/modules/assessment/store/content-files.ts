import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseDocument } from 'yaml';
import type { ContentFile, ContentProblem, TrackFiles } from '../domain/content/content.js';

/** The folder of the tracks that come with the program. */
export const SHIPPED = new URL('../../../../../../content/tracks/', import.meta.url);

/**
 * Reads the YAML files of a folder of tracks: `TRACK/track.yaml` and `TRACK/items/*.yaml`, by name.
 * @returns what was read, and where a file is no YAML, by line and column
 */
export async function readTracks(
  folder: string,
): Promise<{ files: readonly TrackFiles[]; problems: readonly ContentProblem[] }> {
  const problems: ContentProblem[] = [];
  const read = async (path: string): Promise<ContentFile> => {
    const parsed = parseYaml(relative(folder, path), await readFile(path, 'utf8'));
    problems.push(...parsed.problems);
    return parsed.file;
  };
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const files: TrackFiles[] = [];
  for (const { name } of names.sort((a, b) => a.name.localeCompare(b.name))) {
    const below = join(folder, name, 'items');
    const items = (await readdir(below)).filter((file) => file.endsWith('.yaml')).sort();
    files.push({
      track: await read(join(folder, name, 'track.yaml')),
      items: await Promise.all(items.map((file) => read(join(below, file)))),
    });
  }
  return { files, problems };
}

/** Changes with any byte of any file in the folder, and costs little beside parsing them. */
export async function fingerprintOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  for (const path of paths.sort())
    hash
      .update(relative(folder, path))
      .update('\0')
      .update(await readFile(path))
      .update('\0');
  return hash.digest('base64url');
}

/** Parses the text of one file. A file with a fault counts as one that holds nothing. */
export function parseYaml(path: string, text: string): { file: ContentFile; problems: readonly ContentProblem[] } {
  const document = parseDocument(text, { prettyErrors: true });
  const problems = document.errors.map(({ message, linePos }) => ({
    file: path,
    at: linePos === undefined ? '' : `line ${linePos[0].line}, column ${linePos[0].col}`,
    message: message.split('\n')[0] ?? message,
  }));
  return { file: { path, value: problems.length > 0 ? null : document.toJS() }, problems };
}
