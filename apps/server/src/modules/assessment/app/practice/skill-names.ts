import { Injectable } from '@nestjs/common';
import { LibraryStore } from '../../store/library/library-store.js';

interface Named {
  id: string;
  title: string;
}

/** What a camp calls a skill and its domain today; one that is gone is called by its id. */
@Injectable()
export class SkillNames {
  constructor(private readonly library: LibraryStore) {}

  async of(campId: string, id: string): Promise<{ skill: Named; domain: Named }> {
    const found = (await this.library.skills(campId)).find(({ slug }) => slug === id);
    const skill = { id, title: found?.title ?? id };
    if (found === undefined) return { skill, domain: skill };
    const track = (await this.library.tracks(campId)).find(({ slug }) => slug === found.track);
    const domain = track?.domains.find((one) => one.id === found.domain);
    return { skill, domain: domain === undefined ? skill : { id: domain.id, title: domain.title } };
  }
}
