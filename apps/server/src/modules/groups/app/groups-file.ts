import { Injectable } from '@nestjs/common';
import type { GroupsExport } from '@tailcamp/contracts';
import { Roster } from '../../camps/index.js';
import { groupsCsv } from '../domain/groups-csv.js';

/** Writes groups of a camp as a file, with the e-mails and ids of its roster. For other modules too: they have asked who may. */
@Injectable()
export class GroupsFile {
  constructor(private readonly roster: Roster) {}

  /** Who has left the camp is left out. */
  async write(
    campId: string,
    groups: readonly { name: string; members: readonly string[] }[],
    { format, course }: GroupsExport,
  ): Promise<string> {
    const known = new Map((await this.roster.members(campId)).map((member) => [member.id, member]));
    const filed = groups.map(({ name, members }) => ({ name, members: members.flatMap((id) => known.get(id) ?? []) }));
    return groupsCsv(format, filed, course ?? '');
  }
}
