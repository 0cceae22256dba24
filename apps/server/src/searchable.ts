import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { closePlatform, openPlatform } from './adapters.js';
import { appOn } from './app.module.js';
import { readConfig } from './config.js';
import { BringContent } from './modules/assessment/index.js';
import { BringLessons, FindContent, RefreshSearch } from './modules/curriculum/index.js';
import type { Database } from './platform/database/index.js';
import { createLogger } from './platform/telemetry/index.js';

/** All that ships, brought in and embedded, for whoever measures how it is found. */
export interface Searchable {
  readonly find: FindContent;
  readonly database: Database;
  /** Brings what is searched into step with what was changed in the database by hand. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** @param data an empty directory, for an embedded database of its own */
export async function openSearchable(data: string): Promise<Searchable> {
  const config = readConfig({ data, role: 'api' }, {});
  const platform = await openPlatform(config, createLogger('silent'));
  const nest = await NestFactory.createApplicationContext(appOn(platform, config), { logger: false });
  await nest.get(BringContent).run();
  await nest.get(BringLessons).run();
  const refresh = () => nest.get(RefreshSearch).run(new AbortController().signal);
  await refresh();
  return {
    find: nest.get(FindContent),
    database: platform.database,
    refresh,
    async close() {
      await nest.close();
      await closePlatform(platform);
    },
  };
}
