import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { GivenAnswer } from '../../domain/calibration/responses.js';
import { AnswerStore } from '../../store/bank/answer-store.js';
import type { Measuring } from '../../store/bank/bank-store.js';

/** Reading so many takes some milliseconds; between two turns the process does what else there is. */
const ATTEMPTS_A_TURN = 50;

/** What the learners of a camp have answered in a track, for a calibration to go by. */
@Injectable()
export class AnswersOfTrack {
  constructor(private readonly answers: AnswerStore) {}

  /**
   * To questions that are still asked as they were. Each attempt counts as a learner of its own, for people learn between
   * two; to one question the first answer of a member counts, for the next may come out of the review.
   */
  async of(
    campId: string,
    track: string,
    measuring: readonly Measuring[],
  ): Promise<{ given: readonly GivenAnswer[]; learners: number }> {
    const attempts = await this.answers.attemptsOf(campId, track);
    const given: GivenAnswer[] = [];
    const answered = new Map<string, Set<string>>();
    for (let from = 0; from < attempts.length; from += ATTEMPTS_A_TURN) {
      await setImmediate();
      const some = attempts.slice(from, from + ATTEMPTS_A_TURN);
      for (const { memberId, ...answer } of await this.answers.marked(some, measuring, true)) {
        const before = answered.get(memberId) ?? new Set();
        answered.set(memberId, before);
        if (before.has(answer.item)) continue;
        before.add(answer.item);
        given.push(answer);
      }
    }
    return { given, learners: answered.size };
  }
}
