import { Injectable } from '@nestjs/common';
import { and, eq, lt, ne } from 'drizzle-orm';
import { Cipher, type Sealed } from '../../../platform/cipher/index.js';
import type { Sql } from '../../../platform/database/index.js';
import type { ImportReport } from '../domain/import/report.js';
import { imports } from './tables.js';

type Row = typeof imports.$inferSelect;
export type ImportState = Row['state'];
export interface StoredImport {
  id: string;
  campId: string;
  state: ImportState;
  /** The text of the file, until it was applied. */
  content: string | null;
  report: ImportReport;
  createdAt: Date;
}

@Injectable()
export class ImportStore {
  constructor(private readonly cipher: Cipher) {}

  async insert(sql: Sql, stored: StoredImport): Promise<void> {
    const { id, campId, state, createdAt } = stored;
    const content = stored.content === null ? null : this.seal(id, 'content', stored.content);
    await sql
      .insert(imports)
      .values({ id, campId, state, createdAt, content, report: this.sealReport(id, stored.report) });
  }

  async find(sql: Sql, id: string): Promise<StoredImport | null> {
    const [row] = await sql.select().from(imports).where(eq(imports.id, id));
    return row ? this.open(row) : null;
  }

  /** From one state to another, once. @returns whether it was in `from` */
  async advance(tx: Sql, id: string, from: ImportState, to: ImportState): Promise<boolean> {
    const moved = await tx
      .update(imports)
      .set({ state: to })
      .where(and(eq(imports.id, id), eq(imports.state, from)))
      .returning({ id: imports.id });
    return moved.length > 0;
  }

  /** How it ended; the file is not kept. */
  async finish(tx: Sql, id: string, report: ImportReport): Promise<void> {
    await tx
      .update(imports)
      .set({ report: this.sealReport(id, report), content: null })
      .where(eq(imports.id, id));
  }

  /** Files that nobody applied. */
  async discardBefore(sql: Sql, moment: Date): Promise<void> {
    await sql.delete(imports).where(and(lt(imports.createdAt, moment), ne(imports.state, 'applying')));
  }

  private seal(id: string, column: 'content' | 'report', text: string): Sealed {
    return this.cipher.seal({ column: `imports.${column}`, row: id }, text);
  }

  private sealReport(id: string, report: ImportReport): Sealed {
    return this.seal(id, 'report', JSON.stringify(report));
  }

  private open({ id, campId, state, content, report, createdAt }: Row): StoredImport {
    const read = (column: string, sealed: Sealed) => this.cipher.open({ column: `imports.${column}`, row: id }, sealed);
    return {
      id,
      campId,
      state,
      content: content === null ? null : read('content', content),
      report: JSON.parse(read('report', report)) as ImportReport,
      createdAt,
    };
  }
}
