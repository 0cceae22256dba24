import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BringContent } from '../modules/assessment/index.js';
import { BringLessons, RefreshSearch } from '../modules/curriculum/index.js';
import type { EmbeddedDatabase } from '../platform/database/database.embedded.js';
import { TestApp } from './app.js';
import { embeddedTestDatabase, fromTemplate, stateOfMigrations } from './database.js';
import { eventually } from './eventually.js';

const HERE = import.meta.url;
const CONTENT = fileURLToPath(new URL('../../../../content', HERE));
/** How lessons are split into what is searched and embedded. */
const SPLIT = ['pieces', 'plain', 'language'].map((name) =>
  fileURLToPath(new URL(`../modules/curriculum/domain/search/${name}.ts`, HERE)),
);

/**
 * A database of its own with all content that ships, embedded by MiniLM. The first of a state of the content takes most of a
 * minute, those after it are a copy.
 */
export function libraryDatabase(): Promise<EmbeddedDatabase> {
  return fromTemplate('library-', stateOfLibrary(), async () => {
    const database = await embeddedTestDatabase();
    const app = await TestApp.start({}, Promise.resolve(database));
    await app.nest.get(BringContent).run();
    await app.nest.get(BringLessons).run();
    await app.nest.get(RefreshSearch).run(new AbortController().signal);
    const idle = async () => {
      const { waiting, running } = await app.platform.queue.depth();
      return waiting + running === 0;
    };
    await eventually('no job', idle, 300_000);
    return { database, close: () => app.close() };
  });
}

function stateOfLibrary(): string {
  const files = readdirSync(CONTENT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  const hash = createHash('sha256').update(stateOfMigrations());
  for (const path of [...paths.sort(), ...SPLIT]) hash.update(basename(path)).update(readFileSync(path));
  return hash.digest('hex');
}
