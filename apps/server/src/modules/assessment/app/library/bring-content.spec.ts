import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { TestApp } from '../../../../testing/app.js';
import { LibraryStore } from '../../store/library/library-store.js';
import { BringContent } from './bring-content.js';

const FIXTURE = fileURLToPath(new URL('./fixtures/tracks', import.meta.url));

let app: TestApp;
let folder: string;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tailcamp-content-'));
  await cp(FIXTURE, folder, { recursive: true });
  return () => rm(folder, { recursive: true });
});

const bring = () => app.nest.get(BringContent).run(folder);
const library = () => app.nest.get(LibraryStore);
async function rewrite(file: string, from: string, to: string): Promise<void> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

it('fills the library, and a second time changes nothing', async () => {
  await bring();
  const skills = await library().skills(null);
  expect(skills.map(({ slug, track }) => `${track} ${slug}`)).toContain('small-talk small-names');
  const items = await library().items(null);
  expect(items.length).toBeGreaterThan(10);
  await bring();
  expect(await library().items(null)).toEqual(items);
});

it('takes over what a new version of a file changes, as a new version, and retires what is gone', async () => {
  await bring();
  const before = await library().items(null);
  await rewrite('small-talk/items/words.yaml', 'id: small-names-1\n', 'id: small-names-renamed\n');
  await rewrite('small-talk/items/words.yaml', 'Question 2 of small-names?', 'Question 2 of small-names, put better?');
  await bring();
  const after = new Map((await library().items(null)).map((row) => [row.slug, row]));
  expect(after.get('small-names-1')?.state).toBe('retired');
  expect(after.get('small-names-renamed')).toMatchObject({ state: 'active', version: 1 });
  expect(after.get('small-names-2')).toMatchObject({
    version: 2,
    item: { stem: expect.stringContaining('put better') },
  });
  const untouched = before.find(({ slug }) => slug === 'small-verbs-1');
  expect(after.get('small-verbs-1')).toEqual(untouched);
});

it('leaves alone what somebody else brought under the same name', async () => {
  await bring();
  const [own] = (await library().items(null)).filter(({ slug }) => slug === 'small-verbs-2');
  const item = { ...own!.item, stem: 'Mine?' };
  const change = { byUser: null, at: new Date(0) };
  await app.platform.database.transaction((tx) => library().putItems(tx, null, [{ item, shippedHash: null }], change));
  await rewrite('small-talk/items/words.yaml', 'Question 2 of small-verbs?', 'Theirs?');
  await bring();
  const row = (await library().items(null)).find(({ slug }) => slug === 'small-verbs-2');
  expect(row?.item.stem).toBe('Mine?');
});

it('keeps the library as it is when a file is not sound', async () => {
  await bring();
  const before = await library().items(null);
  await rewrite('small-talk/track.yaml', 'requires: [small-names]', 'requires: [small-nothing]');
  await bring();
  expect(await library().items(null)).toEqual(before);
});
