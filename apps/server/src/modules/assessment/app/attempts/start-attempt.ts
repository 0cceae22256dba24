import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Attempt, assessment, ParsedInputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { newId } from '../../../../kernel/id.js';
import { Database, isUniqueViolation, type Sql } from '../../../../platform/database/index.js';
import { Queue } from '../../../../platform/queue/index.js';
import { Metrics } from '../../../../platform/telemetry/index.js';
import { CampAccess, Roster } from '../../../camps/index.js';
import { mayStart } from '../../domain/attempt/retake.js';
import { type AttemptRow, AttemptStore } from '../../store/attempts/attempt-store.js';
import { PracticeStore } from '../../store/practice/practice-store.js';
import { LIMIT_EXPOSURE } from '../jobs.js';
import { CampRules } from '../settings/camp-rules.js';
import { AttemptCourse } from './attempt-course.js';
import { AttemptView } from './attempt-view.js';
import { TrackBanks } from './track-banks.js';

const MINUTE = 60_000;

interface Started {
  attempt: AttemptRow;
  isNew: boolean;
}

/** Starts an attempt with the questions as they are now, or goes on with the one that is open. */
@Injectable()
export class StartAttempt {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queue: Queue,
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly rules: CampRules,
    private readonly store: AttemptStore,
    private readonly practice: PracticeStore,
    private readonly banks: TrackBanks,
    private readonly course: AttemptCourse,
    private readonly view: AttemptView,
    private readonly metrics: Metrics,
  ) {}

  async run(actor: Actor, { campId, track }: ParsedInputOf<typeof assessment.start>): Promise<Attempt> {
    const { memberId, camp } = await this.access.require(actor, campId, 'assessment.take');
    if (memberId === null) throw new AppError('forbidden');
    const { userId } = personBehind(actor);
    try {
      const { attempt, isNew } = await this.start(campId, memberId, userId, track);
      if (isNew) this.metrics.attemptsStarted.inc();
      return await this.view.of(actor, attempt, camp.name);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      // Another window of the same learner was faster: its attempt is the one that is open.
      return this.view.of(actor, (await this.start(campId, memberId, userId, track)).attempt, camp.name);
    }
  }

  private start(campId: string, memberId: string, userId: string, track: string): Promise<Started> {
    return this.database.transaction(async (tx) => {
      const { settings } = await this.rules.of(campId, tx);
      if (!settings.tracks.includes(track)) throw notFound('The track');
      const before = await this.store.ofMember(memberId, track, tx);
      const open = before.find(({ state }) => state === 'open');
      if (open !== undefined) return { attempt: open, isNew: false };
      const now = this.clock.now();
      const { may, notBefore } = mayStart(before, settings, now);
      if (!may) {
        const detail =
          notBefore === null ? 'There are no attempts left.' : `The next attempt may start ${notBefore.toISOString()}.`;
        throw new AppError('conflict', { detail });
      }
      const { frozen, hash, measure, uncontrolled } = await this.banks.of(campId, track, tx);
      if (frozen.items.length === 0) {
        throw new AppError('conflict', { detail: 'The track has no questions that could be asked.' });
      }
      if (uncontrolled) await this.queue.add(tx, LIMIT_EXPOSURE, { campId, track }, { key: measure });
      await this.store.freeze(tx, hash, frozen);
      const met = await this.met(userId, track, tx);
      const minutes = await this.rules.minutesFor(campId, memberId, tx);
      const attempt: AttemptRow = {
        id: newId(now.getTime()),
        campId,
        memberId,
        track,
        number: (before[0]?.number ?? 0) + 1,
        state: 'open',
        seed: randomInt(2 ** 32),
        bank: hash,
        met,
        feedback: settings.feedback,
        writtenCount: settings.written,
        startedAt: now,
        endsAt: minutes === null ? null : new Date(now.getTime() + minutes * MINUTE),
        finishedAt: null,
        endedBy: null,
        outcome: null,
        pending: 0,
      };
      await this.store.insert(tx, attempt);
      await this.course.begin(tx, attempt, frozen, now);
      return { attempt, isNew: true };
    });
  }

  /** The questions of the track that the same person was asked before, in whatever camp, or was told the key of. */
  private async met(userId: string, track: string, tx: Sql): Promise<string[]> {
    const places = await this.roster.membershipsOf(userId, tx);
    const names: string[] = [];
    for (const { memberId } of places) {
      names.push(...(await this.store.namesAsked(tx, memberId, track)));
      names.push(...(await this.practice.namesTold(tx, memberId, track)));
    }
    return [...new Set(names)].sort();
  }
}
