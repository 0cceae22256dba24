import { Injectable } from '@nestjs/common';
import type { OutputOf, ParsedInputOf, TutorTurn, tutor } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { newId } from '../../../../kernel/id.js';
import { Database, isUniqueViolation, type Sql } from '../../../../platform/database/index.js';
import { Queue } from '../../../../platform/queue/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { titleOf } from '../../domain/tutor/question.js';
import { ThreadStore } from '../../store/tutor/thread-store.js';
import { type TurnRow, TurnStore } from '../../store/tutor/turn-store.js';
import { TutorSettingsStore } from '../../store/tutor/tutor-settings-store.js';
import { AnswerTurn } from './answer-turn.js';
import { FINISH_TURN, LOOK_AFTER } from './jobs.js';
import { OwnTurns } from './own-turns.js';
import { headOf, turnView } from './turn-view.js';

/** As long as a conversation may be. */
const MOST_TURNS = 200;

/** A learner asks, stops, asks again, and says what an answer was worth. */
@Injectable()
export class AskTutor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queue: Queue,
    private readonly streams: Streams,
    private readonly own: OwnTurns,
    private readonly threads: ThreadStore,
    private readonly turns: TurnStore,
    private readonly settings: TutorSettingsStore,
    private readonly answers: AnswerTurn,
  ) {}

  /** What is acknowledged is stored, and will be answered even if this process dies now. */
  async ask(actor: Actor, input: ParsedInputOf<typeof tutor.ask>): Promise<OutputOf<typeof tutor.ask>> {
    const { memberId } = await this.own.learner(actor, input.campId);
    if (input.threadId !== undefined) await this.own.thread(actor, { ...input, threadId: input.threadId });
    const before = await this.turns.byClient(memberId, input.clientId);
    if (before !== null) return this.told(before);
    const { staffMayRead } = (await this.settings.of(input.campId)).settings;
    const asked = { ...input, memberId, openToStaff: staffMayRead, userId: personBehind(actor).userId };
    try {
      const turnId = await this.database.transaction((tx) => this.put(tx, asked));
      this.answers.begin(turnId);
      return this.told((await this.turns.find(turnId)) as TurnRow);
    } catch (error) {
      // The same, sent twice at once.
      if (!isUniqueViolation(error)) throw error;
      const first = await this.turns.byClient(memberId, input.clientId);
      if (first === null) throw error;
      return this.told(first);
    }
  }

  async stop(actor: Actor, input: ParsedInputOf<typeof tutor.stop>): Promise<TutorTurn> {
    const turn = await this.own.turn(actor, input);
    await this.database.transaction(async (tx) => {
      if (await this.turns.end(tx, turn.id, 'stopped')) await this.tell(tx, actor, input.campId, turn.threadId);
    });
    await this.answers.stopped(turn.id);
    return this.viewed(turn.id);
  }

  async retry(actor: Actor, input: ParsedInputOf<typeof tutor.retry>): Promise<TutorTurn> {
    const turn = await this.own.turn(actor, input);
    await this.database.transaction(async (tx) => {
      await this.threads.lock(tx, turn.threadId);
      const all = await this.turns.ofThread(turn.threadId, tx);
      const last = all.at(-1);
      if (last?.id !== turn.id || last.state === 'done') {
        throw new AppError('conflict', { detail: 'Only the last question can be answered again, where it was not.' });
      }
      if (last.state === 'answering') return;
      await this.turns.again(tx, turn.id);
      await this.queue.add(tx, FINISH_TURN, { turnId: turn.id }, { delay: LOOK_AFTER });
      await this.tell(tx, actor, input.campId, turn.threadId);
    });
    this.answers.begin(turn.id);
    return this.viewed(turn.id);
  }

  async rate(actor: Actor, input: ParsedInputOf<typeof tutor.rate>): Promise<TutorTurn> {
    const turn = await this.own.turn(actor, input);
    await this.database.transaction(async (tx) => {
      await this.turns.rate(tx, turn.id, input.helpful);
      await this.tell(tx, actor, input.campId, turn.threadId);
    });
    return this.viewed(turn.id);
  }

  private async put(
    tx: Sql,
    asked: ParsedInputOf<typeof tutor.ask> & { memberId: string; userId: string; openToStaff: boolean },
  ): Promise<string> {
    const { campId, memberId, userId, question, openToStaff, clientId, skill } = asked;
    const now = this.clock.now();
    const threadId = asked.threadId ?? newId();
    if (asked.threadId === undefined) {
      const title = titleOf(question);
      const times = { createdAt: now, updatedAt: now };
      await this.threads.begin(tx, { id: threadId, campId, memberId, userId, title, openToStaff, ...times });
    }
    const thread = await this.threads.lock(tx, threadId);
    if (thread === null) throw notFound('The conversation');
    const last = (await this.turns.ofThread(threadId, tx)).at(-1);
    if (last?.state === 'answering') {
      throw new AppError('conflict', { detail: 'The question before is still being answered.' });
    }
    const number = (last?.number ?? 0) + 1;
    if (number > MOST_TURNS) throw new AppError('conflict', { detail: 'Begin another conversation.' });
    const turn = { id: newId(), threadId, memberId, number, clientId, question, skill: skill ?? null, askedAt: now };
    await this.turns.ask(tx, turn);
    await this.threads.touch(tx, threadId, now);
    await this.queue.add(tx, FINISH_TURN, { turnId: turn.id }, { delay: LOOK_AFTER });
    await this.streams.append(tx, `user:${userId}`, 'tutor.changed', { campId, threadId });
    return turn.id;
  }

  private async tell(tx: Sql, actor: Actor, campId: string, threadId: string): Promise<void> {
    await this.streams.append(tx, `user:${personBehind(actor).userId}`, 'tutor.changed', { campId, threadId });
  }

  private async told(turn: TurnRow): Promise<OutputOf<typeof tutor.ask>> {
    const thread = await this.threads.find(turn.threadId);
    if (thread === null) throw notFound('The conversation');
    return { thread: headOf(thread), turn: turnView(turn) };
  }

  private async viewed(id: string): Promise<TutorTurn> {
    const turn = await this.turns.find(id);
    if (turn === null) throw notFound('The question');
    return turnView(turn);
  }
}
