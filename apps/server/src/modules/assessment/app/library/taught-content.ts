import { Injectable } from '@nestjs/common';
import type { Skill } from '@tailcamp/contracts';
import { LibraryStore, skillOf } from '../../store/library/library-store.js';

export interface TaughtSkill extends Skill {
  readonly track: string;
}

/** What a camp teaches and asks, for other modules; with null for the camp the library alone. */
@Injectable()
export class TaughtContent {
  constructor(private readonly library: LibraryStore) {}

  /** By name. */
  async skills(campId: string | null): Promise<readonly TaughtSkill[]> {
    return (await this.library.skills(campId)).map((row) => ({ ...skillOf(row), track: row.track }));
  }

  /** Question → its skill, of those in use. */
  skillOfItem(campId: string | null): Promise<ReadonlyMap<string, string>> {
    return this.library.skillOfItem(campId);
  }
}
