import { Injectable } from '@nestjs/common';
import type { AnsweredBy, CodeReport, ProposalFlag, ProposalState, ProposedCriterion } from '@tailcamp/contracts';
import { and, desc, eq, inArray, isNotNull, sql as raw } from 'drizzle-orm';
import { Cipher } from '../../../../platform/cipher/index.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { answerGrades, gradeProposals } from './tables.js';

/** What was made of an answer. */
export interface Proposed {
  criteria: ProposedCriterion[];
  code: CodeReport | null;
  by: AnsweredBy;
  flags: ProposalFlag[];
}

export interface ProposalRow extends Omit<typeof gradeProposals.$inferSelect, 'content'> {
  content: Pick<Proposed, 'criteria' | 'code'> | null;
}
export type GradeChangeRow = typeof answerGrades.$inferSelect;

/** Proposals of grades, and the grades that were given. */
@Injectable()
export class ProposalStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async find(answerId: string, sql: Sql = this.database.sql): Promise<ProposalRow | null> {
    const [row] = await sql.select().from(gradeProposals).where(eq(gradeProposals.answerId, answerId));
    return row === undefined ? null : this.opened(row);
  }

  /** Answer → how its proposal stands, for those that have one. */
  async statesOf(answerIds: readonly string[]): Promise<Map<string, ProposalState>> {
    if (answerIds.length === 0) return new Map();
    const { answerId, state } = gradeProposals;
    const rows = await this.database.sql
      .select({ answerId, state })
      .from(gradeProposals)
      .where(inArray(answerId, [...answerIds]));
    return new Map(rows.map((row) => [row.answerId, row.state]));
  }

  /** Asks for one, or for another; what was proposed before stands until then. @returns how often it was asked for */
  async ask(tx: Sql, answerId: string): Promise<number> {
    const [row] = await tx
      .insert(gradeProposals)
      .values({ answerId, state: 'waiting', asks: 1, tries: 0, flags: [] })
      .onConflictDoUpdate({
        target: gradeProposals.answerId,
        set: { state: 'waiting', asks: raw`${gradeProposals.asks} + 1`, tries: 0, retryAt: null },
      })
      .returning({ asks: gradeProposals.asks });
    return row?.asks ?? 0;
  }

  /** @returns null where nothing waits to be made, else how often it was tried, this time included */
  async begin(tx: Sql, answerId: string): Promise<number | null> {
    const [row] = await tx
      .update(gradeProposals)
      .set({ tries: raw`${gradeProposals.tries} + 1` })
      .where(and(eq(gradeProposals.answerId, answerId), eq(gradeProposals.state, 'waiting')))
      .returning({ tries: gradeProposals.tries });
    return row?.tries ?? null;
  }

  /** @param retryAt when the model is asked again; null: the proposal is there @returns whether it still waited for it */
  async put(
    tx: Sql,
    answerId: string,
    { criteria, code, by, flags }: Proposed,
    retryAt: Date | null,
  ): Promise<boolean> {
    const content = this.cipher.seal(placeOf(answerId), JSON.stringify({ criteria, code }));
    const state = retryAt === null ? 'ready' : 'waiting';
    const rows = await tx
      .update(gradeProposals)
      .set({ state, retryAt, by, flags, content })
      .where(and(eq(gradeProposals.answerId, answerId), eq(gradeProposals.state, 'waiting')))
      .returning({ answerId: gradeProposals.answerId });
    return rows.length === 1;
  }

  async fail(tx: Sql, answerId: string): Promise<void> {
    await tx
      .update(gradeProposals)
      .set({ state: 'failed', retryAt: null })
      .where(and(eq(gradeProposals.answerId, answerId), eq(gradeProposals.state, 'waiting')));
  }

  async addChange(tx: Sql, change: GradeChangeRow): Promise<void> {
    await tx.insert(answerGrades).values(change);
  }

  /** Newest first. */
  async changesOf(answerId: string): Promise<GradeChangeRow[]> {
    return this.database.sql
      .select()
      .from(answerGrades)
      .where(eq(answerGrades.answerId, answerId))
      .orderBy(desc(answerGrades.id));
  }

  /** The first grade that a person gave to each answer that had a proposal. */
  async judged(campId: string): Promise<GradeChangeRow[]> {
    return this.database.sql
      .selectDistinctOn([answerGrades.answerId])
      .from(answerGrades)
      .where(and(eq(answerGrades.campId, campId), isNotNull(answerGrades.byUser), isNotNull(answerGrades.proposedBy)))
      .orderBy(answerGrades.answerId, answerGrades.id);
  }

  private opened({ content, ...row }: typeof gradeProposals.$inferSelect): ProposalRow {
    const opened = content === null ? null : this.cipher.open(placeOf(row.answerId), content);
    return { ...row, content: opened === null ? null : (JSON.parse(opened) as ProposalRow['content']) };
  }
}

const placeOf = (answerId: string) => ({ column: 'grade_proposals.content', row: answerId });
