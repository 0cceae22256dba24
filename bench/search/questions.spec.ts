import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { HELD_OUT } from './held-out.js';
import { TUNED } from './tuned.js';

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

describe.each([
  ['those it was tuned on', TUNED],
  ['those held out', HELD_OUT],
])('the questions of search, %s', (_, questions) => {
  it('are a hundred or more, about lessons that there are', () => {
    expect(questions.length).toBeGreaterThanOrEqual(100);
    expect(questions.map(([lesson]) => lesson).filter((lesson) => !titles.has(lesson))).toEqual([]);
    expect(new Set(questions.map(([, asked]) => asked)).size).toBe(questions.length);
  });

  it('share no word with the title that they should find', async () => {
    const shared: string[] = [];
    for (const [lesson, asked] of questions) {
      const title = new Set(await stemsOf(titles.get(lesson) ?? ''));
      const both = (await stemsOf(asked)).filter((stem) => title.has(stem));
      if (both.length > 0) shared.push(`${lesson}: ${both.join(', ')}`);
    }
    expect(shared).toEqual([]);
  });
});

it('holds out lessons that nothing was tuned on', () => {
  const tuned = new Set(TUNED.map(([lesson]) => lesson));
  expect(HELD_OUT.filter(([lesson]) => tuned.has(lesson))).toEqual([]);
});
