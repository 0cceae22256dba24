import { Injectable } from '@nestjs/common';
import { AppError } from '../../../kernel/app-error.js';
import { Database } from '../../../platform/database/index.js';
import { CampStore } from '../store/camp-store.js';

const MOST = 1000;

/** A camp by its id or its name, for whoever types it. */
@Injectable()
export class FindCamp {
  constructor(
    private readonly database: Database,
    private readonly camps: CampStore,
  ) {}

  /**
   * @param asked null means the only one
   * @throws AppError `not_found` or `conflict`, naming the camps there are
   */
  async run({ camp: asked }: { camp: string | null }): Promise<{ campId: string; name: string }> {
    const sql = this.database.sql;
    const all = await this.camps.findAll(sql, await this.camps.list(sql, null, null, MOST));
    const wanted = asked?.trim().toLowerCase();
    const found = all.filter(({ id, name }) => wanted === undefined || id === wanted || name.toLowerCase() === wanted);
    const [one, second] = found;
    const listed = all.slice(0, 20).map(({ id, name }) => `${name} (${id})`);
    const those = listed.length === 0 ? 'There are no camps yet.' : `There are: ${listed.join(', ')}.`;
    if (one === undefined) {
      const detail = asked === null ? those : `There is no camp "${asked}". ${those}`;
      throw new AppError('not_found', { detail });
    }
    if (second !== undefined) {
      const detail =
        asked === null ? `Say which camp. ${those}` : `Several camps are called "${asked}": say its id. ${those}`;
      throw new AppError('conflict', { detail });
    }
    return { campId: one.id, name: one.name };
  }
}
