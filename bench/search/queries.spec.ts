import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { QUERIES } from './queries.js';

const LESSONS = new URL('../../content/lessons/', import.meta.url);
const titles = new Map(
  readdirSync(LESSONS, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.md'))
    .map((path) => {
      const [, head = ''] = readFileSync(new URL(path, LESSONS), 'utf8').split(/^---$/m);
      return [basename(path, '.md'), String(parse(head).title)] as const;
    }),
);

let database: PGlite;
beforeAll(async () => {
  database = await PGlite.create();
});
afterAll(() => database.close());

/** The stems of all words but those that hold a sentence together, as full text has them. */
async function stemsOf(text: string): Promise<string[]> {
  const asked = `SELECT lexeme FROM unnest(to_tsvector('english', $1))`;
  return (await database.query<{ lexeme: string }>(asked, [text])).rows.map(({ lexeme }) => lexeme);
}

it('is about lessons that there are, a hundred questions or more', () => {
  expect(QUERIES.length).toBeGreaterThanOrEqual(100);
  expect(QUERIES.map(([lesson]) => lesson).filter((lesson) => !titles.has(lesson))).toEqual([]);
  expect(new Set(QUERIES.map(([, asked]) => asked)).size).toBe(QUERIES.length);
});

it('shares no word with the title that it should find', async () => {
  const shared: string[] = [];
  for (const [lesson, asked] of QUERIES) {
    const title = new Set(await stemsOf(titles.get(lesson) ?? ''));
    const both = (await stemsOf(asked)).filter((stem) => title.has(stem));
    if (both.length > 0) shared.push(`${lesson}: ${both.join(', ')}`);
  }
  expect(shared).toEqual([]);
});
