import { Injectable } from '@nestjs/common';
import type { AnsweredBy, TutorSource } from '@tailcamp/contracts';
import { byRules, LanguageModel, ReplyCutOff, streamPrompt } from '../../../../platform/llm/index.js';
import { TaughtContent } from '../../../assessment/index.js';
import { Roster } from '../../../camps/index.js';
import { inContext } from '../../domain/tutor/question.js';
import { citedIn, NOT_IN_LESSONS, shownReply, shownSoFar } from '../../domain/tutor/shown.js';
import { type ThreadRow, ThreadStore } from '../../store/tutor/thread-store.js';
import { type Answered, type TurnRow, TurnStore } from '../../store/tutor/turn-store.js';
import { FindEvidence, type FoundEvidence } from './find-evidence.js';
import { saidIn } from './said-in.js';
import { tutorPrompt } from './tutor.prompt.js';

/** Somebody who shows an answer as it comes. */
export interface Growing {
  signal: AbortSignal;
  sources(sources: TutorSource[]): Promise<void>;
  /** @returns whether the answer is still wanted */
  grown(reply: string): Promise<boolean>;
}

/** Turns before this one that the model is told as they were; what was before them it knows by summary. */
export const RECENT = 4;
/** How often what has come is stored and shown, in milliseconds. */
const PACE = 150;

/** Finds what lessons say to a question, and has it worded by the model where there is one; else the passages are the answer. */
@Injectable()
export class WordAnswer {
  constructor(
    private readonly evidence: FindEvidence,
    private readonly model: LanguageModel,
    private readonly roster: Roster,
    private readonly taught: TaughtContent,
    private readonly threads: ThreadStore,
    private readonly turns: TurnStore,
  ) {}

  async run(turn: TurnRow, growing: Growing): Promise<Answered> {
    const thread = await this.threads.find(turn.threadId);
    if (thread === null) throw new Error('The conversation is gone');
    const before = (await this.turns.ofThread(thread.id)).filter(({ number }) => number < turn.number);
    const about = before.at(-1)?.question ?? (await this.stepOf(thread.campId, turn.skill));
    const found = await this.evidence.run(thread.campId, inContext(turn.question, about));
    if (!found.answers) return declined(found.sources, this.model.available ? null : NO_MODEL);
    if (!this.model.available) return byPassages(found, NO_MODEL);
    await growing.sources(found.sources);
    try {
      return await this.worded(thread, turn, before, found, growing);
    } catch (error) {
      growing.signal.throwIfAborted();
      return byPassages(found, error instanceof ReplyCutOff ? UNAVAILABLE : byRules(error));
    }
  }

  /** The step that a question was asked at, by its title. */
  private async stepOf(campId: string, skill: string | null): Promise<string | null> {
    if (skill === null) return null;
    return (await this.taught.skills(campId)).find(({ id }) => id === skill)?.title ?? null;
  }

  private async worded(
    thread: ThreadRow,
    turn: TurnRow,
    before: readonly TurnRow[],
    { sources, sections }: FoundEvidence,
    { signal, grown }: Growing,
  ): Promise<Answered> {
    const members = await this.roster.members(thread.campId);
    const people = members.flatMap(({ name, email }) => (email === null ? [name] : [name, email]));
    const input = {
      summary: thread.summary,
      turns: before.slice(-RECENT).map(saidIn).reverse(),
      passages: sources.map(({ number, lesson }, at) => ({ number, lesson: lesson.title, text: sections[at] ?? '' })),
      question: turn.question,
    };
    const payer = { userId: thread.userId, campId: thread.campId };
    const pieces = streamPrompt(this.model, tutorPrompt, input, { payer, people, signal });
    let come = '';
    let shownAt = Number.NEGATIVE_INFINITY;
    let piece = await pieces.next();
    for (; !piece.done; piece = await pieces.next()) {
      come += piece.value;
      if (performance.now() - shownAt < PACE) continue;
      shownAt = performance.now();
      if (!(await grown(shownSoFar(come, sources.length, sections)))) signal.throwIfAborted();
    }
    const { value, by: model } = piece.value;
    const by: AnsweredBy = { how: 'model', model, prompt: `${tutorPrompt.name}/${tutorPrompt.version}` };
    if (value.replace(/\W/g, '') === NOT_IN_LESSONS) return declined(sources, by);
    const reply = shownReply(value, sources.length, sections);
    const cited = citedIn(reply);
    const used = sources.filter(({ number }) => cited.has(number));
    return { state: 'done', outcome: used.length > 0 ? 'answered' : 'uncited', reply, sources: used, by };
  }
}

const NO_MODEL: AnsweredBy = { how: 'rules', because: 'no_model', resetAt: null };
const UNAVAILABLE: AnsweredBy = { how: 'rules', because: 'unavailable', resetAt: null };

const byPassages = ({ sources }: FoundEvidence, by: AnsweredBy): Answered => ({
  ...{ state: 'done', outcome: 'answered', reply: '', sources, by },
});

/** @param by null: nobody had to be asked */
const declined = (sources: TutorSource[], by: AnsweredBy | null): Answered => ({
  ...{ state: 'done', outcome: 'declined', reply: '', sources, by },
});
