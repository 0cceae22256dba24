import { Injectable } from '@nestjs/common';
import type { Answer } from '@tailcamp/contracts';
import { and, asc, count, countDistinct, eq, inArray, isNotNull, sql as raw, type SQL } from 'drizzle-orm';
import { Cipher, type Sealed } from '../../../../platform/cipher/index.js';
import { Database } from '../../../../platform/database/index.js';
import type { Layout } from '../../domain/attempt/question-layout.js';
import type { GivenAnswer } from '../../domain/calibration/responses.js';
import { placeOf } from '../attempts/attempt-store.js';
import { attemptAnswers, attempts } from '../attempts/tables.js';
import { items, itemVersions } from '../library/tables.js';

/** A question by its name, as it is asked now. */
export interface Asked {
  slug: string;
  askedHash: string;
}

export interface Tally {
  answers: number;
  /** Of those that were marked by themselves. */
  marked: number;
  right: number;
}

/** What somebody answered to one question. */
export interface AnswerGiven {
  attemptId: string;
  track: string;
  right: boolean | null;
  answer: Answer;
  layout: Layout;
  seconds: number;
}

/**
 * The answers of a camp's learners, question by question. They belong to a question as long as it is asked the same way,
 * by whichever of its ids; of each learner the first counts, for whoever is asked again may have read the review.
 */
@Injectable()
export class AnswerStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  /** Name → how it was answered; without those that nobody has. */
  async tallies(campId: string, asked: readonly Asked[]): Promise<Map<string, Tally>> {
    if (asked.length === 0) return new Map();
    const { sql } = this.database;
    const first = sql
      .selectDistinctOn([attempts.memberId, items.slug], { slug: items.slug, right: attemptAnswers.right })
      .from(attemptAnswers)
      .innerJoin(attempts, eq(attempts.id, attemptAnswers.attemptId))
      .innerJoin(itemVersions, asThen)
      .innerJoin(items, eq(items.id, attemptAnswers.itemId))
      .where(and(eq(attempts.campId, campId), isNotNull(attemptAnswers.answeredAt), areAsked(asked)))
      .orderBy(attempts.memberId, items.slug, asc(attemptAnswers.answeredAt))
      .as('first');
    const rows = await sql
      .select({
        slug: first.slug,
        answers: count(),
        marked: count(first.right),
        right: raw<number>`(count(*) filter (where ${first.right}))::int`,
      })
      .from(first)
      .groupBy(first.slug);
    return new Map(rows.map(({ slug, ...tally }) => [slug, tally]));
  }

  /** All answers to one question, the first of each learner. */
  async to(campId: string, asked: Asked): Promise<AnswerGiven[]> {
    const rows = await this.database.sql
      .selectDistinctOn([attempts.memberId], {
        attemptId: attemptAnswers.attemptId,
        position: attemptAnswers.position,
        track: attempts.track,
        right: attemptAnswers.right,
        answer: attemptAnswers.answer,
        layout: attemptAnswers.layout,
        askedAt: attemptAnswers.askedAt,
        answeredAt: attemptAnswers.answeredAt,
      })
      .from(attemptAnswers)
      .innerJoin(attempts, eq(attempts.id, attemptAnswers.attemptId))
      .innerJoin(itemVersions, asThen)
      .innerJoin(items, eq(items.id, attemptAnswers.itemId))
      .where(and(eq(attempts.campId, campId), isNotNull(attemptAnswers.answeredAt), areAsked([asked])))
      .orderBy(attempts.memberId, asc(attemptAnswers.answeredAt));
    return rows.flatMap(({ attemptId, position, track, right, answer, layout, askedAt, answeredAt }) => {
      if (answer === null || answeredAt === null) return [];
      const opened = JSON.parse(this.cipher.open(placeOf(attemptId, position), answer)) as Answer;
      const seconds = (answeredAt.getTime() - askedAt.getTime()) / 1000;
      return [{ attemptId, track, right, answer: opened, layout, seconds }];
    });
  }

  /** How many learners answered questions of a track, and how many: what a calibration has to go by. */
  async volume(campId: string, track: string, asked: readonly Asked[]): Promise<{ learners: number; answers: number }> {
    if (asked.length === 0) return { learners: 0, answers: 0 };
    const { sql } = this.database;
    // The versions first, by which each of many answers is then looked up at once.
    const version = (of: typeof itemVersions | typeof attemptAnswers) =>
      raw<string>`${of.itemId} || ' ' || ${of.version}`;
    const versions = await sql
      .select({ key: version(itemVersions) })
      .from(itemVersions)
      .innerJoin(items, eq(items.id, itemVersions.itemId))
      .where(areAsked(asked));
    const keys = versions.map(({ key }) => key);
    const given = sql
      .selectDistinct({ memberId: attempts.memberId, name: attemptAnswers.name })
      .from(attemptAnswers)
      .innerJoin(attempts, eq(attempts.id, attemptAnswers.attemptId))
      .where(
        and(
          eq(attempts.campId, campId),
          eq(attempts.track, track),
          isNotNull(attemptAnswers.right),
          inArray(version(attemptAnswers), keys),
        ),
      )
      .as('given');
    const [row] = await sql.select({ learners: countDistinct(given.memberId), answers: count() }).from(given);
    return row ?? { learners: 0, answers: 0 };
  }

  /** The attempts of a track, member by member, each member's in their order. */
  async attemptsOf(campId: string, track: string): Promise<string[]> {
    const rows = await this.database.sql
      .select({ id: attempts.id })
      .from(attempts)
      .where(and(eq(attempts.campId, campId), eq(attempts.track, track)))
      .orderBy(asc(attempts.memberId), asc(attempts.number));
    return rows.map(({ id }) => id);
  }

  /**
   * What was right in these attempts, of the questions that are still asked so; attempt by attempt, members together.
   * @param declined whether to find out who said “I don’t know yet”, which costs opening what was wrong
   */
  async marked(
    attemptIds: readonly string[],
    asked: readonly Asked[],
    declined: boolean,
  ): Promise<(GivenAnswer & { memberId: string })[]> {
    if (attemptIds.length === 0 || asked.length === 0) return [];
    const hashes = new Map(asked.map(({ slug, askedHash }) => [slug, askedHash]));
    const rows = await this.database.sql
      .select({
        memberId: attempts.memberId,
        learner: attempts.id,
        position: attemptAnswers.position,
        item: attemptAnswers.name,
        right: attemptAnswers.right,
        hash: itemVersions.askedHash,
        answer: declined
          ? raw<Sealed | null>`case when ${attemptAnswers.right} then null else ${attemptAnswers.answer} end`
          : raw<null>`null`,
      })
      .from(attemptAnswers)
      .innerJoin(attempts, eq(attempts.id, attemptAnswers.attemptId))
      .innerJoin(itemVersions, asThen)
      .where(and(inArray(attempts.id, [...attemptIds]), isNotNull(attemptAnswers.right)))
      .orderBy(asc(attempts.memberId), asc(attempts.number), asc(attemptAnswers.position));
    return rows.flatMap(({ memberId, learner, position, item, right, hash, answer }) => {
      if (hashes.get(item) !== hash) return [];
      const said = answer && (JSON.parse(this.cipher.open(placeOf(learner, position), answer)) as Answer);
      return [{ memberId, learner, item, right: right === true, declined: said?.kind === 'unknown' }];
    });
  }
}

/** The version of the question that was asked. */
const asThen = and(eq(itemVersions.itemId, attemptAnswers.itemId), eq(itemVersions.version, attemptAnswers.version));
const areAsked = (asked: readonly Asked[]): SQL =>
  raw`(${items.slug}, ${itemVersions.askedHash}) in (${raw.join(
    asked.map(({ slug, askedHash }) => raw`(${slug}, ${askedHash})`),
    raw`, `,
  )})`;
