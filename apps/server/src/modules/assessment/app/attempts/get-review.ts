import { Injectable } from '@nestjs/common';
import type { assessment, OutputOf, ParsedInputOf, ReviewedAnswer } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError } from '../../../../kernel/app-error.js';
import { domainOf, skillOf } from '../../domain/attempt/frozen-names.js';
import { askedOf, markedOf } from '../../domain/attempt/question-layout.js';
import type { AnswerRow } from '../../store/attempts/attempt-store.js';
import { type WrittenRow, WrittenStore } from '../../store/attempts/written-store.js';
import { LibraryStore } from '../../store/library/library-store.js';
import { AttemptAccess } from './attempt-access.js';
import { AttemptCourse, type Course } from './attempt-course.js';
import { KeysDue } from './keys-due.js';

/** Every question of an attempt that is over with its key and explanation: staff at any time, the learner once it is due. */
@Injectable()
export class GetReview {
  constructor(
    private readonly access: AttemptAccess,
    private readonly keys: KeysDue,
    private readonly course: AttemptCourse,
    private readonly library: LibraryStore,
    private readonly written: WrittenStore,
  ) {}

  async run(
    actor: Actor,
    { attemptId }: ParsedInputOf<typeof assessment.review>,
  ): Promise<OutputOf<typeof assessment.review>> {
    const { attempt, standing } = await this.access.over(actor, attemptId);
    const { open, from } = await this.keys.of(attempt);
    if (!open && standing.myRole === 'student') {
      const detail =
        from === null
          ? 'Finish the attempt that is open first: it asks from the same questions.'
          : `The questions are explained from ${from} on.`;
      throw new AppError('conflict', { detail });
    }
    const course = await this.course.of(attempt);
    const written = await this.written.ofAttempt(attemptId);
    return { answers: await Promise.all(course.answers.map((row) => this.reviewed(course, row, written))) };
  }

  private async reviewed(
    { frozen }: Course,
    { position, itemId, version, layout, answer, right, askedAt, answeredAt }: AnswerRow,
    written: readonly WrittenRow[],
  ): Promise<ReviewedAnswer> {
    const item = await this.library.version(itemId, version);
    const given = written.find((row) => row.position === position);
    return {
      position,
      skill: skillOf(frozen, item.skill),
      asked: askedOf(item, domainOf(frozen, item.skill), layout),
      answer,
      seconds: answeredAt === null ? null : (answeredAt.getTime() - askedAt.getTime()) / 1000,
      marked: markedOf(item, layout, right),
      grade: given === undefined ? null : gradeOf(given),
    };
  }
}

/** What somebody gave a written answer; null while nobody has. */
export function gradeOf({
  state,
  points,
  of,
  levels,
  comment,
  gradedAt,
  released,
}: WrittenRow): ReviewedAnswer['grade'] {
  if (state === 'pending' || points === null || levels === null || gradedAt === null) return null;
  return { points, of, levels, comment, gradedAt: gradedAt.toISOString(), released };
}
