import { Injectable } from '@nestjs/common';
import type { OutputOf, ParsedInputOf, TutorThread, TutorThreadHead, tutor } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../../kernel/actor.js';
import { notFound } from '../../../../kernel/app-error.js';
import { decodeIdCursor, pageOf } from '../../../../kernel/page.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { LanguageModel } from '../../../../platform/llm/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { askFor } from '../../domain/tutor/question.js';
import { LessonStore } from '../../store/lessons/lesson-store.js';
import { type ThreadRow, ThreadStore } from '../../store/tutor/thread-store.js';
import { TurnStore } from '../../store/tutor/turn-store.js';
import { TutorSettingsStore } from '../../store/tutor/tutor-settings-store.js';
import { GetPath } from '../path/get-path.js';
import { OwnTurns } from './own-turns.js';
import { headOf, turnView } from './turn-view.js';

const MOST_SUGGESTIONS = 4;

/** A learner's own conversations with the tutor. */
@Injectable()
export class TutorThreads {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly model: LanguageModel,
    private readonly own: OwnTurns,
    private readonly threads: ThreadStore,
    private readonly turns: TurnStore,
    private readonly settings: TutorSettingsStore,
    private readonly path: GetPath,
    private readonly lessons: LessonStore,
  ) {}

  async list(actor: Actor, input: ParsedInputOf<typeof tutor.threads>): Promise<OutputOf<typeof tutor.threads>> {
    const { campId, cursor, limit } = input;
    const { memberId } = await this.own.learner(actor, campId);
    const seq = await this.streams.sequence(`user:${personBehind(actor).userId}`);
    const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
    const { items, next } = pageOf(await this.threads.ofMember(memberId, limit + 1, before), limit, ({ id }) => [id]);
    const { staffMayRead } = (await this.settings.of(campId)).settings;
    const suggestions = await this.suggestions(actor, campId);
    return { items: items.map(headOf), next, model: this.model.available, staffMayRead, suggestions, seq };
  }

  async get(actor: Actor, input: ParsedInputOf<typeof tutor.thread>): Promise<TutorThread> {
    return this.whole(await this.own.thread(actor, input));
  }

  async rename(actor: Actor, input: ParsedInputOf<typeof tutor.rename>): Promise<TutorThreadHead> {
    const { id } = await this.own.thread(actor, input);
    await this.changing(actor, input, (tx) => this.threads.rename(tx, id, input.title));
    const renamed = await this.threads.find(id);
    if (renamed === null) throw notFound('The conversation');
    return headOf(renamed);
  }

  /** An answer that is being worked on finds nothing to write to any more. */
  async remove(actor: Actor, input: ParsedInputOf<typeof tutor.remove>): Promise<Record<string, never>> {
    const { id } = await this.own.thread(actor, input);
    await this.changing(actor, input, (tx) => this.threads.remove(tx, id));
    return {};
  }

  async whole(thread: ThreadRow): Promise<TutorThread> {
    return { ...headOf(thread), turns: (await this.turns.ofThread(thread.id)).map(turnView) };
  }

  private changing(
    actor: Actor,
    { campId, threadId }: { campId: string; threadId: string },
    change: (tx: Sql) => Promise<void>,
  ): Promise<void> {
    return this.database.transaction(async (tx) => {
      await change(tx);
      await this.streams.append(tx, `user:${personBehind(actor).userId}`, 'tutor.changed', { campId, threadId });
    });
  }

  /** What the lessons of the next steps teach, as questions. */
  private async suggestions(actor: Actor, campId: string): Promise<string[]> {
    const { path, today } = await this.path.run(actor, { campId });
    const ready = path?.steps.filter(({ state }) => state === 'ready').map(({ skill }) => skill.id) ?? [];
    const skills = [...new Set([...today.next, ...ready])].slice(0, MOST_SUGGESTIONS);
    if (skills.length === 0) return [];
    const lessons = await this.lessons.published(campId, skills);
    return skills.flatMap((skill) => {
      const aim = lessons.find((lesson) => lesson.skill === skill)?.objectives[0];
      return aim === undefined ? [] : [askFor(aim)];
    });
  }
}
