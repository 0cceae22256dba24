import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BringContent } from '../modules/assessment/index.js';
import { BringLessons, RefreshSearch } from '../modules/curriculum/index.js';
import type { EmbeddedDatabase } from '../platform/database/database.embedded.js';
import { TestApp } from './app.js';
import { embeddedTestDatabase, fromTemplate, stateOfMigrations } from './database.js';
import { eventually } from './eventually.js';

/** All that the library is made of: what is written, and how it is split to be searched. */
const MADE_OF = ['../../../../content', '../modules/curriculum/domain/search', '../modules/curriculum/app/search'];

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
  const hash = createHash('sha256').update(stateOfMigrations());
  for (const folder of MADE_OF) {
    const at = fileURLToPath(new URL(folder, import.meta.url));
    const files = readdirSync(at, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort())
      hash.update(path.slice(at.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
}
