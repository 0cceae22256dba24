import { fileURLToPath } from 'node:url';
import { RUNNABLE } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, readTracks, SHIPPED } from './modules/assessment/index.js';
import { lessonsOf, provedBlocks, readLessons, SHIPPED_LESSONS } from './modules/curriculum/index.js';
import { asPrinted, findPython, runJavaScript, runPython, SqlRunner } from './testing/servers/code-runner.js';

const { content } = contentOf((await readTracks(fileURLToPath(SHIPPED))).files);
const { files, problems: unread } = await readLessons(fileURLToPath(SHIPPED_LESSONS));
const { lessons, problems } = lessonsOf(files, {
  skills: new Set(content.tracks.flatMap((track) => track.skills.map(({ id }) => id))),
  skillOfItem: new Map(content.items.map(({ id, skill }) => [id, skill])),
});

describe('the lessons that come with the program', () => {
  it('are sound', () => {
    expect([...unread, ...problems]).toEqual([]);
  });
});

describe('code in lessons', () => {
  const python = findPython();
  let sql: SqlRunner;
  beforeAll(async () => {
    sql = await SqlRunner.start();
  });
  afterAll(() => sql.close());
  const run: Record<(typeof RUNNABLE)[number], (source: string) => Promise<string>> = {
    javascript: (source) => runJavaScript({ source }),
    python: (source) => runPython(python ?? '', { source }),
    sql: (source) => sql.run({ source }),
  };

  for (const lesson of lessons) {
    for (const [at, { language, source, prints }] of provedBlocks(lesson.body).entries()) {
      const name = RUNNABLE.find((one) => one === language);
      if (name === undefined) continue;
      it.skipIf(name === 'python' && python === null)(`${lesson.id} prints what it says (${at + 1})`, async () => {
        expect(await run[name](source)).toBe(asPrinted(prints));
      });
    }
  }
});
