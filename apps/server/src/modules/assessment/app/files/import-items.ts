import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { ContentImport, ContentRow, Item, itemFiles, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import type { Place } from '../../domain/files/read-items.js';
import { saysOtherFigures } from '../../domain/irt/item-parameters.js';
import { EstimateStore } from '../../store/calibration/estimate-store.js';
import { LibraryStore } from '../../store/library/library-store.js';
import { type GivenFile, readItems } from './read-file.js';

const MOST_ROWS = 500;

/** Takes questions of a file into a camp, or into the library of all: what cannot be read is listed, the rest is taken. */
@Injectable()
export class ImportItems {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly library: LibraryStore,
    private readonly estimates: EstimateStore,
  ) {}

  async run(actor: Actor, input: ParsedInputOf<typeof itemFiles.import>): Promise<ContentImport> {
    const { campId, skill, ...file } = input;
    await this.access.require(actor, campId, 'assessment.manage');
    return this.take(campId, file, skill ?? null, actor.kind === 'user' ? actor.userId : null);
  }

  /** For the command line, whose user owns all of it. @param campId null for the library */
  async take(
    campId: string | null,
    file: GivenFile,
    skill: string | null,
    byUser: string | null,
  ): Promise<ContentImport> {
    const { read, items, rows } = readItems(file, skill);
    const written = await this.database.transaction((tx) => this.write(tx, campId, items, byUser));
    const told = [...rows, ...written.rows].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
    return {
      fileName: file.fileName,
      read,
      added: written.added,
      changed: written.changed,
      unchanged: items.length - written.added - written.changed - written.refused,
      refused: read - items.length + written.refused,
      rows: told.slice(0, MOST_ROWS),
    };
  }

  private async write(
    tx: Sql,
    campId: string | null,
    given: readonly (Place & { item: Item })[],
    byUser: string | null,
  ): Promise<{ added: number; changed: number; refused: number; rows: ContentRow[] }> {
    const skills = new Set((await this.library.skills(campId, tx)).map(({ slug }) => slug));
    const standing = new Map((await this.library.items(campId, undefined, tx)).map((row) => [row.slug, row]));
    const rows: ContentRow[] = [];
    const put: Item[] = [];
    const count = { added: 0, changed: 0, refused: 0 };
    for (const { item, file, row } of given) {
      const tell = (was: ContentRow['was'], message: string, more: Partial<ContentRow> = {}) =>
        rows.push({ file, row, at: null, was, reason: null, message, ...more });
      if (!skills.has(item.skill)) {
        count.refused += 1;
        tell('refused', `There is no skill “${item.skill}”`, { at: 'skill', reason: 'unknown_skill' });
        continue;
      }
      const before = standing.get(item.id);
      if (
        before !== undefined &&
        before.state === 'active' &&
        isDeepStrictEqual(before.item, JSON.parse(JSON.stringify(item)))
      )
        continue;
      put.push(item);
      count[before === undefined ? 'added' : 'changed'] += 1;
      tell(before === undefined ? 'added' : 'changed', item.id);
    }
    if (put.length > 0) {
      const change = { byUser, at: this.clock.now() };
      await this.library.putItems(
        tx,
        campId,
        put.map((item) => ({ item, shippedHash: null })),
        change,
      );
      if (campId === null) return { ...count, rows };
      for (const item of put) {
        const before = standing.get(item.id)?.item;
        if (before && saysOtherFigures(item, before)) await this.estimates.drop(tx, campId, item.id);
      }
      await this.streams.append(tx, `camp:${campId}`, 'items.changed', { campId });
    }
    return { ...count, rows };
  }
}
