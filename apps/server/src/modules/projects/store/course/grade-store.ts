import { Injectable } from '@nestjs/common';
import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { feedback, gradeChanges, milestones, results, submissions } from './tables.js';

export type SubmissionRow = typeof submissions.$inferSelect;
export type FeedbackRow = typeof feedback.$inferSelect;
export type ResultRow = typeof results.$inferSelect;
export type GradeChangeRow = typeof gradeChanges.$inferSelect;

/** What is handed in, what staff say of it, and what of that students see. */
@Injectable()
export class GradeStore {
  constructor(private readonly database: Database) {}

  submissionsOf(groupId: string, sql: Sql = this.database.sql): Promise<SubmissionRow[]> {
    return sql.select().from(submissions).where(eq(submissions.groupId, groupId));
  }

  async submission(milestoneId: string, groupId: string, sql: Sql = this.database.sql): Promise<SubmissionRow | null> {
    const one = and(eq(submissions.milestoneId, milestoneId), eq(submissions.groupId, groupId));
    return (await sql.select().from(submissions).where(one))[0] ?? null;
  }

  async submissionsFor(milestoneIds: readonly string[], sql: Sql = this.database.sql): Promise<SubmissionRow[]> {
    if (milestoneIds.length === 0) return [];
    return sql
      .select()
      .from(submissions)
      .where(inArray(submissions.milestoneId, [...milestoneIds]));
  }

  async saveSubmission(tx: Sql, row: SubmissionRow): Promise<void> {
    const target = [submissions.milestoneId, submissions.groupId];
    await tx.insert(submissions).values(row).onConflictDoUpdate({ target, set: row });
  }

  feedbackOf(groupId: string): Promise<FeedbackRow[]> {
    return this.database.sql.select().from(feedback).where(eq(feedback.groupId, groupId));
  }

  /** With `groupIds`, only for these. */
  async feedbackFor(
    milestoneIds: readonly string[],
    sql: Sql = this.database.sql,
    groupIds?: readonly string[],
  ): Promise<FeedbackRow[]> {
    if (milestoneIds.length === 0) return [];
    const only = groupIds === undefined ? undefined : inArray(feedback.groupId, [...groupIds]);
    return sql
      .select()
      .from(feedback)
      .where(and(inArray(feedback.milestoneId, [...milestoneIds]), only));
  }

  async feedback(tx: Sql, milestoneId: string, groupId: string): Promise<FeedbackRow | null> {
    const one = and(eq(feedback.milestoneId, milestoneId), eq(feedback.groupId, groupId));
    return (await tx.select().from(feedback).where(one))[0] ?? null;
  }

  async saveFeedback(tx: Sql, row: FeedbackRow): Promise<void> {
    const target = [feedback.milestoneId, feedback.groupId];
    await tx.insert(feedback).values(row).onConflictDoUpdate({ target, set: row });
  }

  async resultsFor(milestoneIds: readonly string[], sql: Sql = this.database.sql): Promise<ResultRow[]> {
    if (milestoneIds.length === 0) return [];
    return sql
      .select()
      .from(results)
      .where(inArray(results.milestoneId, [...milestoneIds]));
  }

  resultsOf(memberId: string): Promise<ResultRow[]> {
    return this.database.sql.select().from(results).where(eq(results.memberId, memberId));
  }

  async saveResult(tx: Sql, row: ResultRow): Promise<void> {
    const target = [results.milestoneId, results.memberId];
    await tx.insert(results).values(row).onConflictDoUpdate({ target, set: row });
  }

  async addChanges(tx: Sql, rows: readonly GradeChangeRow[]): Promise<void> {
    if (rows.length > 0) await tx.insert(gradeChanges).values([...rows]);
  }

  /** The last first. */
  changes(campId: string, memberId: string | null, before: string | null, limit: number): Promise<GradeChangeRow[]> {
    return this.database.sql
      .select()
      .from(gradeChanges)
      .where(
        and(
          eq(gradeChanges.campId, campId),
          memberId === null ? undefined : eq(gradeChanges.memberId, memberId),
          before === null ? undefined : lt(gradeChanges.id, before),
        ),
      )
      .orderBy(desc(gradeChanges.id))
      .limit(limit);
  }

  /** Whether anything was handed in for it, or said of it. */
  async touches(tx: Sql, milestoneId: string): Promise<boolean> {
    for (const table of [submissions, feedback, results]) {
      const [row] = await tx
        .select({ id: table.milestoneId })
        .from(table)
        .where(eq(table.milestoneId, milestoneId))
        .limit(1);
      if (row !== undefined) return true;
    }
    return false;
  }

  /** Grading of a milestone stands in line by its row. */
  async hold(tx: Sql, milestoneId: string): Promise<void> {
    await tx.select({ id: milestones.id }).from(milestones).where(eq(milestones.id, milestoneId)).for('update');
  }
}
