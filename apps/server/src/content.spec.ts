import { fileURLToPath } from 'node:url';
import { AUTOMATIC, type Item, RUNNABLE } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, readTracks, SHIPPED } from './modules/assessment/index.js';
import { asPrinted, findPython, runJavaScript, runPython, SqlRunner } from './testing/servers/code-runner.js';

const { files, problems: unread } = await readTracks(fileURLToPath(SHIPPED));
const { content, problems } = contentOf(files);
const tracks = content.tracks.map((track) => ({ track, of: new Set(track.skills.map(({ id }) => id)) }));

describe('the content that comes with the program', () => {
  it('is sound', () => {
    expect([...unread, ...problems]).toEqual([]);
  });

  it('has enough skills, and questions for each of them that need nobody to grade them', () => {
    const skills = content.tracks.flatMap((track) => track.skills);
    const automatic = content.items.filter(({ kind }) => AUTOMATIC.some((one) => one === kind));
    expect(skills.length).toBeGreaterThanOrEqual(120);
    expect(automatic.length).toBeGreaterThanOrEqual(480);
    const few = skills.filter(({ id }) => automatic.filter(({ skill }) => skill === id).length < 4);
    expect(few.map(({ id }) => id)).toEqual([]);
  });

  it('names the misconception behind each wrong option', () => {
    const silent = content.items.flatMap((item) =>
      'options' in item ? item.options.filter(({ right, because }) => !right && !because).map(() => item.id) : [],
    );
    expect(silent).toEqual([]);
  });

  it('proves each piece of code that can be run', () => {
    const unproved = content.items.filter(({ code }) => {
      return code !== undefined && isRunnable(code.language) && code.prints === undefined && code.verify === undefined;
    });
    expect(unproved.map(({ id }) => id)).toEqual([]);
  });

  it.each(tracks)('gives the right option of $track.title away neither by its length nor by its place', ({ of }) => {
    const choices = content.items.filter((item) => item.kind === 'choice' && of.has(item.skill));
    const options = choices.map((item) => ('options' in item ? item.options : []));
    const longest = options.filter((some) => {
      const right = some.find((option) => option.right)?.text.length ?? 0;
      return some.every((option) => option.right || option.text.length < right);
    });
    expect(longest.length / choices.length).toBeLessThan(0.4);
    const first = options.filter(([option]) => option?.right);
    expect(first.length / choices.length).toBeLessThan(0.4);
  });
});

describe('code in questions', () => {
  const python = findPython();
  let sql: SqlRunner;
  beforeAll(async () => {
    sql = await SqlRunner.start();
  });
  afterAll(() => sql.close());
  const run = {
    javascript: runJavaScript,
    python: (program: Parameters<typeof runJavaScript>[0]) => runPython(python ?? '', program),
    sql: (program: Parameters<typeof runJavaScript>[0]) => sql.run(program),
  };

  for (const item of content.items) {
    const { code } = item;
    if (code === undefined || !isRunnable(code.language)) continue;
    const { language, prints } = code;
    // The proof of a question in Python needs one; with CI set it must be there.
    it.skipIf(language === 'python' && python === null)(`${item.id} is answered as its key says`, async () => {
      const printed = await run[language](code);
      if (prints === undefined) return;
      expect(printed).toBe(asPrinted(prints));
      expect(keyOf(item)).toContain(asPrinted(prints));
    });
  }
});

/** What the key accepts, as text; backticks that only set it as code do not count. */
function keyOf(item: Item): readonly string[] {
  const plain = (text: string) => asPrinted(text.replace(/^```\w*\n?|\n?```$/g, '').replace(/^`|`$/g, ''));
  if (item.kind === 'text') return item.accept;
  if (item.kind === 'number') return [String(item.answer)];
  if (item.kind === 'choice') return item.options.filter(({ right }) => right).map(({ text }) => plain(text));
  return [asPrinted(item.code?.prints ?? '')];
}

function isRunnable(language: string): language is (typeof RUNNABLE)[number] {
  return RUNNABLE.some((one) => one === language);
}
