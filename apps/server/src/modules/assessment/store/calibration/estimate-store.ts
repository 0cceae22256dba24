import { Injectable } from '@nestjs/common';
import type { ItemParameters, Misfit } from '@tailcamp/contracts';
import { and, eq, sql as raw } from 'drizzle-orm';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { campEstimates, campMisfits } from './tables.js';

/** Of a question as it was asked when it was estimated; `askedHash` tells whether it still is. */
export interface Estimate {
  slug: string;
  askedHash: string;
  parameters: ItemParameters;
  errors: { discrimination: number; difficulty: number };
}

/** What a camp's own answers have told of questions, by their names. */
@Injectable()
export class EstimateStore {
  constructor(private readonly database: Database) {}

  /** Of the library alone, which no camp has answered, nothing is known. */
  async of(campId: string | null, sql: Sql = this.database.sql): Promise<Map<string, Estimate>> {
    if (campId === null) return new Map();
    const rows = await sql.select().from(campEstimates).where(eq(campEstimates.campId, campId));
    return new Map(
      rows.map(({ slug, askedHash, discrimination, difficulty, guessing, discriminationError, difficultyError }) => [
        slug,
        {
          slug,
          askedHash,
          parameters: { discrimination, difficulty, guessing },
          errors: { discrimination: discriminationError, difficulty: difficultyError },
        },
      ]),
    );
  }

  async put(tx: Sql, campId: string, estimates: readonly Estimate[]): Promise<void> {
    if (estimates.length === 0) return;
    await tx
      .insert(campEstimates)
      .values(
        estimates.map(({ slug, askedHash, parameters, errors }) => ({
          ...{ campId, slug, askedHash, ...parameters },
          discriminationError: errors.discrimination,
          difficultyError: errors.difficulty,
        })),
      )
      .onConflictDoUpdate({
        target: [campEstimates.campId, campEstimates.slug],
        set: {
          askedHash: raw`excluded.asked_hash`,
          discrimination: raw`excluded.discrimination`,
          difficulty: raw`excluded.difficulty`,
          guessing: raw`excluded.guessing`,
          discriminationError: raw`excluded.discrimination_error`,
          difficultyError: raw`excluded.difficulty_error`,
        },
      });
  }

  /** Somebody knows better: the author's parameters count again. */
  async drop(tx: Sql, campId: string, slug: string): Promise<void> {
    await tx.delete(campEstimates).where(and(eq(campEstimates.campId, campId), eq(campEstimates.slug, slug)));
  }

  async putMisfits(
    tx: Sql,
    campId: string,
    found: readonly { slug: string; askedHash: string; misfits: readonly Misfit[] }[],
  ): Promise<void> {
    if (found.length === 0) return;
    await tx
      .insert(campMisfits)
      .values(found.map(({ slug, askedHash, misfits }) => ({ campId, slug, askedHash, misfits })))
      .onConflictDoUpdate({
        target: [campMisfits.campId, campMisfits.slug],
        set: { askedHash: raw`excluded.asked_hash`, misfits: raw`excluded.misfits` },
      });
  }

  /** What the answers of one camp have told of questions holds for those of a copy as well, while they are asked so. */
  async copyCamp(tx: Sql, from: string, to: string): Promise<void> {
    const known = await this.of(from, tx);
    if ((await this.of(to, tx)).size === 0) await this.put(tx, to, [...known.values()]);
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(campEstimates).where(eq(campEstimates.campId, campId));
    await tx.delete(campMisfits).where(eq(campMisfits.campId, campId));
  }
}
