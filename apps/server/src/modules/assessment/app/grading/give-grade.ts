import { Injectable } from '@nestjs/common';
import type { RubricRow } from '@tailcamp/contracts';
import { notFound } from '../../../../kernel/app-error.js';
import { newId } from '../../../../kernel/id.js';
import type { Sql } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { Roster } from '../../../camps/index.js';
import { pointsOf } from '../../domain/grading/grade.js';
import { AttemptStore } from '../../store/attempts/attempt-store.js';
import { type Grade, type WrittenRow, WrittenStore } from '../../store/attempts/written-store.js';
import { ProposalStore } from '../../store/grading/proposal-store.js';
import { proposerOf } from './proposal-view.js';

/** Writes a grade down, whoever gives it: what stood before is kept, the learner and the queue hear of it. */
@Injectable()
export class GiveGrade {
  constructor(
    private readonly streams: Streams,
    private readonly roster: Roster,
    private readonly attempts: AttemptStore,
    private readonly written: WrittenStore,
    private readonly proposals: ProposalStore,
  ) {}

  /** @returns whether `version` was the one that stood */
  async give(
    tx: Sql,
    before: WrittenRow,
    rubric: readonly RubricRow[],
    version: number,
    given: Omit<Grade, 'points' | 'released'>,
  ): Promise<boolean> {
    const { id: answerId, campId } = before;
    const { levels, gradedAt, gradedBy } = given;
    const attempt = await this.attempts.lock(tx, before.attemptId);
    if (attempt === null) throw notFound('The answer');
    const grade = { ...given, points: pointsOf(rubric, levels), released: gradedBy === null };
    if (!(await this.written.grade(tx, answerId, version, grade))) return false;
    const proposal = await this.proposals.find(answerId, tx);
    const proposed = proposal?.content?.criteria.map(({ level }) => level) ?? null;
    await this.proposals.addChange(tx, {
      id: newId(gradedAt.getTime()),
      answerId,
      campId,
      at: gradedAt,
      byUser: gradedBy,
      levels,
      before: before.levels,
      proposed,
      proposedBy: proposal?.by == null ? null : proposerOf(proposal.by),
      scales: rubric.map((row) => row.levels.length),
    });
    const pending = attempt.pending - (before.state === 'pending' ? 1 : 0);
    await this.attempts.change(tx, attempt.id, { pending });
    const userId = (await this.roster.userIds([attempt.memberId], tx)).get(attempt.memberId);
    const told = { campId, attemptId: attempt.id, pending };
    if (userId !== undefined) await this.streams.append(tx, `user:${userId}`, 'attempt.graded', told);
    const left = await this.written.waiting(campId, tx);
    await this.streams.append(tx, `camp:${campId}`, 'grading.changed', { campId, pending: left });
    return true;
  }
}
