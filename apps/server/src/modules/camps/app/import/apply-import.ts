import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database } from '../../../../platform/database/index.js';
import type { JobRun } from '../../../../platform/queue/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { planImport } from '../../domain/import/plan-import.js';
import { reportOf } from '../../domain/import/report.js';
import { CampStore } from '../../store/camp-store.js';
import { ImportStore, type StoredImport } from '../../store/import-store.js';
import { MemberStore } from '../../store/member-store.js';
import { APPLY_IMPORT } from './jobs.js';
import { ImportProgress } from './progress.js';
import { readRosterFile } from './read-roster-file.js';
import { sealChanges } from './seal-changes.js';

/**
 * Applies an import in one transaction that also moves its state, so that a run after a crash, or a second one at the
 * same time, finds either nothing done or nothing to do.
 */
@Injectable()
export class ApplyImport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly camps: CampStore,
    private readonly members: MemberStore,
    private readonly imports: ImportStore,
  ) {}

  async run({ importId }: { importId: string }, run: Pick<JobRun, 'attempt' | 'signal'>): Promise<void> {
    const stored = await this.imports.find(this.database.sql, importId);
    if (stored?.state !== 'applying' || stored.content === null) return;
    try {
      while (!(await this.attempt(stored, stored.content))) run.signal.throwIfAborted();
    } catch (error) {
      if (run.attempt < APPLY_IMPORT.attempts) throw error;
      await this.giveUp(stored, error);
    }
  }

  /** What takes long — reading, sealing — goes before the transaction. @returns false when the roster changed meanwhile */
  private async attempt({ id, campId, report }: StoredImport, content: string): Promise<boolean> {
    const fingerprint = await this.members.fingerprint(this.database.sql, campId);
    const file = readRosterFile(report.fileName, content);
    const plan = planImport(file, await this.members.list(this.database.sql, campId));
    const progress = new ImportProgress(plan.added.length + plan.changed.length, (done, of) =>
      this.database.transaction((tx) =>
        this.streams.append(tx, `camp:${campId}`, 'import.progress', { importId: id, done, of }),
      ),
    );
    const sealed = await sealChanges(plan, { campId, now: this.clock.now(), members: this.members, progress });
    return this.database.transaction(async (tx) => {
      if ((await this.camps.lock(tx, campId)) === null) return true;
      if ((await this.members.fingerprint(tx, campId)) !== fingerprint) return false;
      if (!(await this.imports.advance(tx, id, 'applying', 'applied'))) return true;
      await this.members.write(tx, sealed);
      await this.imports.finish(tx, id, reportOf(file, plan));
      await this.streams.append(tx, `camp:${campId}`, 'import.finished', { importId: id, state: 'applied' });
      return true;
    });
  }

  private async giveUp({ id, campId, report }: StoredImport, error: unknown): Promise<void> {
    const message = error instanceof AppError ? error.message : 'The server could not apply it; read the file again.';
    await this.database.transaction(async (tx) => {
      if (!(await this.imports.advance(tx, id, 'applying', 'failed'))) return;
      await this.imports.finish(tx, id, { ...report, problem: { field: report.fileName, message } });
      await this.streams.append(tx, `camp:${campId}`, 'import.finished', { importId: id, state: 'failed' });
    });
    throw error;
  }
}
