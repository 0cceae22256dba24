import { Injectable } from '@nestjs/common';
import { and, desc, eq, getTableColumns, isNotNull, lt } from 'drizzle-orm';
import { Cipher, type Sealed } from '../../../platform/cipher/index.js';
import { Database, type Sql } from '../../../platform/database/index.js';
import type { ScenarioContent } from '../domain/scenario.js';
import { runs, scenarios } from './tables.js';

type Row = typeof scenarios.$inferSelect;
/** A scenario with the number of its run. */
export type ScenarioRow = Omit<Row, 'content'> & { runNumber: number; content: ScenarioContent };

export type ScenarioFigures = Pick<Row, 'objective' | 'worst' | 'hardViolations' | 'moved'>;

export interface NewScenario extends ScenarioFigures {
  id: string;
  campId: string;
  runId: string;
  content: ScenarioContent;
  createdAt: Date;
}

const columns = { ...getTableColumns(scenarios), runNumber: runs.number };

@Injectable()
export class ScenarioStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async insert(tx: Sql, { content, createdAt, ...scenario }: NewScenario): Promise<void> {
    const sealed = this.seal(scenario.id, content);
    const dates = { createdAt, updatedAt: createdAt };
    await tx.insert(scenarios).values({ ...scenario, ...dates, content: sealed, version: 1 });
  }

  async find(campId: string, id: string, sql: Sql = this.database.sql): Promise<ScenarioRow | null> {
    const [row] = await sql
      .select(columns)
      .from(scenarios)
      .innerJoin(runs, eq(runs.id, scenarios.runId))
      .where(and(eq(scenarios.id, id), eq(scenarios.campId, campId)));
    return row === undefined ? null : this.open(row);
  }

  /** As `find`, held until the end of the transaction. */
  async lock(tx: Sql, campId: string, id: string): Promise<ScenarioRow | null> {
    await tx.select({ id: scenarios.id }).from(scenarios).where(eq(scenarios.id, id)).for('update');
    return this.find(campId, id, tx);
  }

  /** Newest first, before an id; of one run where it is given. */
  async page(campId: string, runId: string | undefined, before: string | null, limit: number): Promise<ScenarioRow[]> {
    const rows = await this.database.sql
      .select(columns)
      .from(scenarios)
      .innerJoin(runs, eq(runs.id, scenarios.runId))
      .where(
        and(
          eq(scenarios.campId, campId),
          runId === undefined ? undefined : eq(scenarios.runId, runId),
          before === null ? undefined : lt(scenarios.id, before),
        ),
      )
      .orderBy(desc(scenarios.id))
      .limit(limit);
    return rows.map((row) => this.open(row));
  }

  /** Only if it still has `version`. @returns whether it had */
  async save(
    tx: Sql,
    id: string,
    version: number,
    content: ScenarioContent,
    figures: ScenarioFigures,
    updatedAt: Date,
  ): Promise<boolean> {
    const saved = await tx
      .update(scenarios)
      .set({ ...figures, content: this.seal(id, content), solving: null, version: version + 1, updatedAt })
      .where(and(eq(scenarios.id, id), eq(scenarios.version, version)))
      .returning({ id: scenarios.id });
    return saved.length > 0;
  }

  async solve(tx: Sql, id: string, runId: string): Promise<void> {
    await tx.update(scenarios).set({ solving: runId }).where(eq(scenarios.id, id));
  }

  /** Makes the present version the published one of its camp. */
  async publish(tx: Sql, { id, campId, version }: ScenarioRow): Promise<void> {
    await this.unpublish(tx, campId);
    await tx.update(scenarios).set({ publishedVersion: version }).where(eq(scenarios.id, id));
  }

  /** The groups of the camp are others now. */
  async unpublish(tx: Sql, campId: string): Promise<void> {
    await tx
      .update(scenarios)
      .set({ publishedVersion: null })
      .where(and(eq(scenarios.campId, campId), isNotNull(scenarios.publishedVersion)));
  }

  async remove(tx: Sql, id: string): Promise<void> {
    await tx.delete(scenarios).where(eq(scenarios.id, id));
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(scenarios).where(eq(scenarios.campId, campId));
  }

  private seal(row: string, content: ScenarioContent): Sealed {
    return this.cipher.seal(place(row), JSON.stringify(content));
  }

  private open({ content, ...row }: Row & { runNumber: number }): ScenarioRow {
    return { ...row, content: JSON.parse(this.cipher.open(place(row.id), content)) as ScenarioContent };
  }
}

const place = (row: string) => ({ column: 'scenarios.content', row });
