import { Injectable } from '@nestjs/common';
import type { Item, itemFiles, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { CampAccess } from '../../../camps/index.js';
import { itemsCsv } from '../../domain/files/items-csv.js';
import { itemsYaml } from '../../domain/files/items-yaml.js';
import { LibraryStore } from '../../store/library/library-store.js';

/** The questions of a camp that are in use, as files that can be read again. */
@Injectable()
export class ExportItems {
  constructor(
    private readonly access: CampAccess,
    private readonly library: LibraryStore,
  ) {}

  async csv(actor: Actor, input: ParsedInputOf<typeof itemFiles.exportCsv>): Promise<string> {
    return itemsCsv(await this.items(actor, input));
  }

  async yaml(actor: Actor, input: ParsedInputOf<typeof itemFiles.exportYaml>): Promise<string> {
    return itemsYaml(await this.items(actor, input));
  }

  private async items(
    actor: Actor,
    { campId, track }: { campId: string; track?: string | undefined },
  ): Promise<Item[]> {
    await this.access.require(actor, campId, 'assessment.manage');
    const skills = (await this.library.skills(campId)).filter((skill) => track === undefined || skill.track === track);
    const rows = await this.library.items(
      campId,
      skills.map(({ slug }) => slug),
    );
    return rows.filter(({ state }) => state === 'active').map(({ item }) => item);
  }
}
