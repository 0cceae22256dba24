import { Injectable } from '@nestjs/common';
import type { camps, Import, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { Clock } from '../../../../kernel/clock.js';
import { newId } from '../../../../kernel/id.js';
import { Database } from '../../../../platform/database/index.js';
import { planImport } from '../../domain/import/plan-import.js';
import { reportOf } from '../../domain/import/report.js';
import { ImportStore } from '../../store/import-store.js';
import { MemberStore } from '../../store/member-store.js';
import { CampAccess } from '../camp-access.js';
import { importView } from './import-view.js';
import { readRosterFile } from './read-roster-file.js';

/** The first step: what the file holds and what it would change. The roster stays as it is. */
@Injectable()
export class ReadImport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly members: MemberStore,
    private readonly imports: ImportStore,
    private readonly access: CampAccess,
  ) {}

  async run(actor: Actor, { campId, fileName, content }: ParsedInputOf<typeof camps.readImport>): Promise<Import> {
    await this.access.require(actor, campId, 'camp.import');
    const file = readRosterFile(fileName, content);
    const plan = planImport(file, await this.members.list(this.database.sql, campId));
    const now = this.clock.now();
    const stored = {
      id: newId(),
      campId,
      state: 'ready',
      content,
      report: reportOf(file, plan),
      createdAt: now,
    } as const;
    await this.imports.insert(this.database.sql, stored);
    return importView(stored);
  }
}
