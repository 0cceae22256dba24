import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.js';
import { newId } from '../../../../kernel/id.js';
import { Database } from '../../../../platform/database/index.js';
import { Events } from '../../../../platform/events/index.js';
import { Queue } from '../../../../platform/queue/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { Log } from '../../../../platform/telemetry/index.js';
import { ThreadStore } from '../../store/tutor/thread-store.js';
import { type Answered, type Execution, type TurnRow, TurnStore } from '../../store/tutor/turn-store.js';
import { FINISH_TURN, LOOK_AFTER } from './jobs.js';
import { RememberThread } from './remember-thread.js';
import { type Growing, WordAnswer } from './word-answer.js';

/** Without a sign of life for so long, an answer is taken over; a sign is given some times as often. Milliseconds. */
const ALIVE = 20_000;
const SIGN_OF_LIFE = 5_000;
/** Processes that may die over one answer before it counts as failed. */
const MOST_ATTEMPTS = 3;
/** How long an answer may take in all. */
const LONGEST = 180_000;

/** By which those who look at an answer hear that it has grown, and the one that works on it that it was stopped. */
export const grewOf = (turnId: string): string => `tutor.grew.${turnId}`;
const stoppedOf = (turnId: string): string => `tutor.stopped.${turnId}`;

/**
 * Works out answers in the process that was asked, beside the request. What is written counts only while nobody has stopped
 * the answer or taken it over; one whose process has died is taken over by a job, or by whoever looks at it.
 */
@Injectable()
export class AnswerTurn implements OnModuleDestroy {
  readonly #running = new Map<string, { abort: AbortController; done: Promise<unknown> }>();
  #closing = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly queue: Queue,
    private readonly streams: Streams,
    private readonly threads: ThreadStore,
    private readonly turns: TurnStore,
    private readonly word: WordAnswer,
    private readonly remember: RememberThread,
    private readonly log: Log,
  ) {}

  /** Begins, and does not wait for it. */
  begin(turnId: string): void {
    void this.run(turnId).catch((err) => this.log.error({ err, turnId }, 'an answer of the tutor was left'));
  }

  /** Once the stop is stored: whichever process works on it gives up. */
  async stopped(turnId: string): Promise<void> {
    await this.events.publish(stoppedOf(turnId), {});
    await this.events.publish(grewOf(turnId), {});
  }

  /** For the job: does what is left to do, and looks again later while somebody else does it. */
  async lookAfter(turnId: string): Promise<void> {
    await this.run(turnId);
    if ((await this.turns.find(turnId))?.state !== 'answering') return;
    await this.database.transaction((tx) => this.queue.add(tx, FINISH_TURN, { turnId }, { delay: LOOK_AFTER }));
  }

  /** Works on the answer unless it is over, or alive elsewhere; then there is nothing to do. */
  async run(turnId: string): Promise<void> {
    if (this.#closing) return;
    const by = { turnId, execution: newId() };
    const turn = await this.turns.claim(by, this.clock.now(), this.soon());
    if (turn === null) return;
    const abort = new AbortController();
    const done = this.work(by, turn, abort).finally(() => this.#running.delete(turnId));
    this.#running.set(turnId, { abort, done });
    await done;
  }

  async onModuleDestroy(): Promise<void> {
    this.#closing = true;
    const running = [...this.#running.values()];
    for (const { abort } of running) abort.abort();
    await Promise.allSettled(running.map(({ done }) => done));
  }

  private async work(by: Execution, turn: TurnRow, abort: AbortController): Promise<void> {
    const silence = await this.events.subscribe(stoppedOf(turn.id), () => abort.abort());
    const signs = setInterval(() => void this.signOfLife(by, abort), SIGN_OF_LIFE).unref();
    const late = setTimeout(() => abort.abort(), LONGEST).unref();
    try {
      const answered = await this.answered(by, turn, abort.signal);
      if (answered !== null) await this.finish(by, turn, answered);
    } finally {
      clearInterval(signs);
      clearTimeout(late);
      await silence();
      await this.events.publish(grewOf(turn.id), {});
    }
    if (!abort.signal.aborted) await this.remember.run(turn.threadId, abort.signal);
  }

  /** @returns null where it is left to another one, or was stopped */
  private async answered(by: Execution, turn: TurnRow, signal: AbortSignal): Promise<Answered | null> {
    if (turn.attempts > MOST_ATTEMPTS) return FAILED;
    const growing: Growing = {
      signal,
      sources: (sources) => this.turns.setSources(by, sources),
      grown: async (reply) => {
        const mine = await this.turns.grow(by, reply, this.soon());
        if (mine) await this.events.publish(grewOf(turn.id), {});
        return mine;
      },
    };
    try {
      return await this.word.run(turn, growing);
    } catch (error) {
      if (this.#closing) {
        await this.turns.release(by);
        return null;
      }
      if (signal.aborted && !(await this.turns.grow(by, null, this.soon()))) return null;
      this.log.error({ err: error, turnId: turn.id }, 'an answer of the tutor failed');
      return FAILED;
    }
  }

  private async finish(by: Execution, turn: TurnRow, answered: Answered): Promise<void> {
    const thread = await this.threads.find(turn.threadId);
    if (thread === null) return;
    const { campId, userId, id: threadId } = thread;
    await this.database.transaction(async (tx) => {
      if (await this.turns.finish(tx, by, answered))
        await this.streams.append(tx, `user:${userId}`, 'tutor.changed', { campId, threadId });
    });
  }

  private async signOfLife(by: Execution, abort: AbortController): Promise<void> {
    const mine = await this.turns.grow(by, null, this.soon()).catch(() => true);
    if (!mine) abort.abort();
  }

  private soon = (): Date => new Date(this.clock.now().getTime() + ALIVE);
}

const FAILED: Answered = { state: 'failed', outcome: null, reply: '', sources: [], by: null };
