import { Injectable } from '@nestjs/common';
import type { Attempt, AttemptProgress, WhyAsked } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { personBehind } from '../../../../kernel/actor.js';
import { Clock } from '../../../../kernel/clock.js';
import { Streams } from '../../../../platform/streams/index.js';
import { domainOf } from '../../domain/attempt/frozen-names.js';
import { askedOf, markedOf } from '../../domain/attempt/question-layout.js';
import type { AnswerRow, AttemptRow } from '../../store/attempts/attempt-store.js';
import { ReportStore } from '../../store/attempts/report-store.js';
import { LibraryStore } from '../../store/library/library-store.js';
import { AttemptCourse, type Course } from './attempt-course.js';
import { KeysDue } from './keys-due.js';

/** Known to so much, an attempt is over; at most so many questions that measure. */
const STOPS_AT = 0.35;
const MOST = 20;

/** An attempt as its learner sees it. The key of a question is in it only once it is due. */
@Injectable()
export class AttemptView {
  constructor(
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly course: AttemptCourse,
    private readonly library: LibraryStore,
    private readonly reports: ReportStore,
    private readonly keys: KeysDue,
  ) {}

  async of(actor: Actor, attempt: AttemptRow, campName: string): Promise<Attempt> {
    const seq = await this.streams.sequence(`user:${personBehind(actor).userId}`);
    const course = await this.course.of(attempt);
    const { frozen, waiting } = course;
    return {
      id: attempt.id,
      campId: attempt.campId,
      campName,
      track: frozen.track,
      number: attempt.number,
      state: attempt.state,
      startedAt: attempt.startedAt.toISOString(),
      endsAt: attempt.endsAt?.toISOString() ?? null,
      now: this.clock.now().toISOString(),
      finishedAt: attempt.finishedAt?.toISOString() ?? null,
      endedBy: attempt.endedBy,
      question: waiting && (await this.question(course, waiting)),
      feedback: await this.feedback(course),
      progress: progressOf(course),
      seq,
    };
  }

  private async question(course: Course, waiting: AnswerRow): Promise<Attempt['question']> {
    const { position, itemId, version, layout } = waiting;
    const item = await this.library.version(itemId, version);
    return {
      position,
      version,
      asked: askedOf(item, domainOf(course.frozen, item.skill), layout),
      why: whyAsked(course, waiting, item.skill),
      reported: await this.reports.has(course.attempt.id, position),
    };
  }

  /** Of the newest answer, in camps that tell at once; not of an attempt before, while another one asks. */
  private async feedback({ attempt, answers, frozen }: Course): Promise<Attempt['feedback']> {
    const newest = answers.findLast(({ answer }) => answer !== null);
    if (attempt.feedback !== 'at-once' || newest === undefined || newest.answer === null) return null;
    if (attempt.state === 'over' && (await this.keys.asksElsewhere(attempt))) return null;
    const { position, itemId, version, layout, right, answer } = newest;
    const item = await this.library.version(itemId, version);
    const asked = askedOf(item, domainOf(frozen, item.skill), layout);
    return { position, asked, answer, marked: markedOf(item, layout, right) };
  }
}

function progressOf({ attempt, test, frozen, waiting, answers }: Course): AttemptProgress {
  const domains = new Map(test.domains().map((domain) => [domain.domain, domain]));
  const forecast = attempt.state === 'open' && waiting?.written === false ? test.forecast() : null;
  return {
    answered: answers.filter(({ answer }) => answer !== null).length,
    most: Math.max(MOST, answers.length),
    likelyEnd: forecast && {
      from: Math.max(forecast.from, test.answered + 1),
      to: Math.max(forecast.to, test.answered + 1),
    },
    standardErrors: [1, ...test.standardErrors],
    stopsAt: STOPS_AT,
    domains: frozen.domains.flatMap(({ id, title }) => {
      const domain = domains.get(id);
      return domain === undefined
        ? []
        : [{ id, title, standardError: domain.standardError, answered: domain.answered }];
    }),
  };
}

function whyAsked({ attempt, test, bank, frozen, answers }: Course, { written }: AnswerRow, skill: string): WhyAsked {
  const domain = domainOf(frozen, skill);
  const answered = test.domains().find((one) => one.domain === domain.id)?.answered ?? 0;
  if (written) return { reason: 'written', domain, answered };
  const choice = test.next();
  const asked = new Set([...answers.map(({ name }) => name), ...attempt.met]);
  const { ability } = test.estimate;
  const most = Math.max(
    ...bank.items.map(({ id }, place) =>
      asked.has(id) && id !== choice?.item ? 0 : bank.informationAt(place, ability),
    ),
  );
  const reason = choice !== null && choice.information >= most ? 'tells-most' : 'balances';
  return { reason, domain, answered };
}
