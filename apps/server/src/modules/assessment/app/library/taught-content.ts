import { Injectable } from '@nestjs/common';
import type { Domain, Item, Skill } from '@tailcamp/contracts';
import { LibraryStore, type SkillRow, skillOf } from '../../store/library/library-store.js';
import { CampRules } from '../settings/camp-rules.js';

/** Whose something is; null for the library's. */
interface Owned {
  readonly campId: string | null;
}

export interface TaughtSkill extends Skill, Owned {
  readonly track: string;
}

export interface TaughtQuestion extends Owned {
  readonly item: Item;
}

export interface TaughtTrack {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly domains: readonly Domain[];
}

/** What a camp teaches and asks, for other modules; with null for the camp the library alone. */
@Injectable()
export class TaughtContent {
  constructor(
    private readonly library: LibraryStore,
    private readonly rules: CampRules,
  ) {}

  /** Those that the camp has chosen first, in its order, then the others by name. */
  async tracks(campId: string): Promise<readonly TaughtTrack[]> {
    const { tracks: chosen } = (await this.rules.of(campId)).settings;
    const rank = ({ id }: TaughtTrack) => (chosen.includes(id) ? chosen.indexOf(id) : chosen.length);
    const tracks = (await this.library.tracks(campId)).map(({ slug, title, description, domains }) => ({
      id: slug,
      title,
      description,
      domains,
    }));
    return tracks.sort((a, b) => rank(a) - rank(b));
  }

  /** By name. */
  async skills(campId: string | null): Promise<readonly TaughtSkill[]> {
    return (await this.library.skills(campId)).map(taught);
  }

  /** Question → its skill, of those in use. */
  skillOfItem(campId: string | null): Promise<ReadonlyMap<string, string>> {
    return this.library.skillOfItem(campId);
  }

  /** The library's, and those that camps have of their own. */
  async everySkill(): Promise<readonly TaughtSkill[]> {
    return (await this.library.everySkill()).map(taught);
  }

  /** Those in use, the library's and those that camps have of their own. */
  async everyQuestion(): Promise<readonly TaughtQuestion[]> {
    return (await this.library.everyItem()).flatMap(({ campId, item, state }) =>
      state === 'active' ? [{ campId, item }] : [],
    );
  }

  /** Another one after whatever change of skills and questions; costs little. */
  mark(): Promise<string> {
    return this.library.mark();
  }
}

const taught = (row: SkillRow): TaughtSkill => ({ ...skillOf(row), track: row.track, campId: row.campId });
