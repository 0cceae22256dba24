import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import type { LessonFile, LessonProblem } from '../../domain/content/lessons.js';

/** The folder of the lessons that come with the program. */
export const SHIPPED_LESSONS = new URL('../../../../../../../content/lessons/', import.meta.url);

/**
 * Reads the lessons of a folder, `TRACK/LESSON.md`, by name.
 * @returns what was read, and which files have no head or one that is no YAML
 */
export async function readLessons(
  folder: string,
): Promise<{ files: readonly LessonFile[]; problems: readonly LessonProblem[] }> {
  const problems: LessonProblem[] = [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map(({ parentPath, name }) => join(parentPath, name));
  const files: LessonFile[] = [];
  for (const path of paths.sort()) {
    const name = relative(folder, path);
    const read = parseLesson(name, await readFile(path, 'utf8'));
    if ('message' in read) problems.push(read);
    else files.push(read);
  }
  return { files, problems };
}

/** Parts the head of a lesson, between two lines of `---`, from its Markdown. */
export function parseLesson(path: string, text: string): LessonFile | LessonProblem {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text);
  if (parts === null) return { file: path, message: 'It does not begin with a head between two lines of ---' };
  try {
    return { path, head: parse(parts[1] ?? ''), body: parts[2] ?? '' };
  } catch (error) {
    return { file: path, message: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}
