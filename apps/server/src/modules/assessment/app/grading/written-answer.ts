import { Injectable } from '@nestjs/common';
import type { Answer } from '@tailcamp/contracts';
import { notFound } from '../../../../kernel/app-error.js';
import type { FrozenBank } from '../../domain/attempt/frozen-bank.js';
import type { Layout } from '../../domain/attempt/question-layout.js';
import type { WrittenItem } from '../../domain/grading/by-rules.js';
import { type AttemptRow, AttemptStore } from '../../store/attempts/attempt-store.js';
import type { WrittenRow } from '../../store/attempts/written-store.js';
import { LibraryStore } from '../../store/library/library-store.js';

/** A written answer with the question that it answers. */
export interface AnswerToGrade {
  attempt: AttemptRow;
  frozen: FrozenBank;
  item: WrittenItem;
  layout: Layout;
  answer: Extract<Answer, { kind: 'essay' | 'program' }>;
}

/** What a grade is given to. */
@Injectable()
export class WrittenAnswerOf {
  constructor(
    private readonly attempts: AttemptStore,
    private readonly library: LibraryStore,
  ) {}

  /** @throws AppError `not_found` where it is gone */
  async row({ attemptId, position }: WrittenRow): Promise<AnswerToGrade> {
    const attempt = await this.attempts.find(attemptId);
    const given = (await this.attempts.answers(attemptId)).find((one) => one.position === position);
    if (attempt === null || given === undefined || given.answer === null) throw notFound('The answer');
    const { answer, itemId, version, layout } = given;
    const item = await this.library.version(itemId, version);
    if (!('rubric' in item) || (answer.kind !== 'essay' && answer.kind !== 'program'))
      throw new Error(`Question ${itemId} has no rubric, yet somebody is to grade it`);
    return { attempt, frozen: await this.attempts.frozen(attempt.bank), item, layout, answer };
  }
}

export const textOf = ({ answer }: AnswerToGrade): string => (answer.kind === 'essay' ? answer.text : answer.source);
