import { Injectable } from '@nestjs/common';
import type { AttemptResult, assessment, ParsedInputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../../kernel/actor.js';
import { Streams } from '../../../../platform/streams/index.js';
import { skillOf } from '../../domain/attempt/frozen-names.js';
import { skillsOf } from '../../domain/attempt/outcome.js';
import { type WrittenRow, WrittenStore } from '../../store/attempts/written-store.js';
import { AttemptAccess } from './attempt-access.js';
import { AttemptCourse, type Course, markedItems } from './attempt-course.js';
import { KeysDue } from './keys-due.js';

/** What an attempt that is over has shown. */
@Injectable()
export class GetResult {
  constructor(
    private readonly streams: Streams,
    private readonly access: AttemptAccess,
    private readonly keys: KeysDue,
    private readonly course: AttemptCourse,
    private readonly written: WrittenStore,
  ) {}

  async run(actor: Actor, { attemptId }: ParsedInputOf<typeof assessment.result>): Promise<AttemptResult> {
    const { attempt } = await this.access.over(actor, attemptId);
    const seq = await this.streams.sequence(`user:${personBehind(actor).userId}`);
    const course = await this.course.of(attempt);
    const { frozen, bank, test, answers } = course;
    const marked = markedItems(answers);
    const { ability, standardError } = test.estimate;
    return {
      id: attempt.id,
      campId: attempt.campId,
      track: frozen.track,
      number: attempt.number,
      startedAt: attempt.startedAt.toISOString(),
      finishedAt: (attempt.finishedAt ?? attempt.startedAt).toISOString(),
      endedBy: attempt.endedBy ?? 'learner',
      ability,
      standardError,
      right: marked.filter(({ right }) => right).length,
      answered: marked.length,
      standardErrors: [1, ...test.standardErrors],
      domains: domainsOf(course),
      skills: skillsOf(frozen, bank, test, marked),
      written: writtenParts(course, await this.written.ofAttempt(attemptId)),
      pending: attempt.pending,
      review: await this.keys.of(attempt),
      seq,
    };
  }
}

/** The domains of an attempt with what is known of each, in the order of the track. */
export function domainsOf({ frozen, test }: Course): AttemptResult['domains'] {
  const known = new Map(test.domains().map((domain) => [domain.domain, domain]));
  return frozen.domains.flatMap(({ id, title }) => {
    const domain = known.get(id);
    if (domain === undefined) return [];
    const { ability, standardError, answered } = domain;
    return [{ id, title, ability, standardError, answered }];
  });
}

function writtenParts({ frozen, answers }: Course, written: readonly WrittenRow[]): AttemptResult['written'] {
  return answers.flatMap(({ position, name, written: isWritten }): AttemptResult['written'] => {
    if (!isWritten) return [];
    const given = written.find((row) => row.position === position);
    const skill = skillOf(frozen, name);
    if (given === undefined) return [{ position, skill, state: 'skipped', points: null, of: 0 }];
    return [{ position, skill, state: given.state, points: given.points, of: given.of }];
  });
}
