import { Injectable } from '@nestjs/common';
import type { Answer, AnswerExplanation, explanations, ParsedInputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { fillPrompt, idOf, LanguageModel, orByRules } from '../../../../platform/llm/index.js';
import { Lock } from '../../../../platform/lock/index.js';
import { RateLimits } from '../../../../platform/rate-limits/index.js';
import { CampAccess, Roster } from '../../../camps/index.js';
import type { Layout } from '../../domain/attempt/question-layout.js';
import { type Chosen, chosenIn, isKeyed, type KeyedItem, keyInWords } from '../../domain/explaining/in-words.js';
import { AttemptStore } from '../../store/attempts/attempt-store.js';
import { type Explained, type ExplainedThing, ExplanationStore } from '../../store/explaining/explanation-store.js';
import { LibraryStore } from '../../store/library/library-store.js';
import { PracticeStore } from '../../store/practice/practice-store.js';
import { AttemptAccess } from '../attempts/attempt-access.js';
import { KeysDue } from '../attempts/keys-due.js';
import { Practisable } from '../practice/practisable.js';
import { SkillNames } from '../practice/skill-names.js';
import { EXPLAIN_ANSWER } from './explain-answer.prompt.js';

/** What a model may be asked to explain by one person in an hour; what is kept already does not count. */
const MOST_AN_HOUR = 40;
const HOUR_SECONDS = 3600;
/** While somebody else's explanation of the same is on its way. */
const PATIENCE_MS = 60_000;

interface ToExplain {
  campId: string;
  itemId: string;
  version: number;
  layout: Layout;
  answer: Answer | null;
}
type Language = ExplainedThing['language'];

/** Explains answers to those who gave them, and to staff once an attempt is over: never before the key may be told. */
@Injectable()
export class ExplainAnswer {
  constructor(
    private readonly clock: Clock,
    private readonly model: LanguageModel,
    private readonly lock: Lock,
    private readonly limits: RateLimits,
    private readonly access: CampAccess,
    private readonly attemptAccess: AttemptAccess,
    private readonly keys: KeysDue,
    private readonly practisable: Practisable,
    private readonly roster: Roster,
    private readonly attempts: AttemptStore,
    private readonly practice: PracticeStore,
    private readonly library: LibraryStore,
    private readonly names: SkillNames,
    private readonly store: ExplanationStore,
  ) {}

  async ofAttempt(
    actor: Actor,
    { attemptId, position, language }: ParsedInputOf<typeof explanations.ofAttempt>,
  ): Promise<AnswerExplanation> {
    const { attempt, standing } = await this.attemptAccess.seen(actor, attemptId);
    const asked = (await this.attempts.answers(attemptId)).find((row) => row.position === position);
    if (asked === undefined) throw notFound('The question');
    const told =
      attempt.state === 'over'
        ? standing.myRole !== 'student' || (await this.keys.of(attempt)).open
        : attempt.feedback === 'at-once' && asked.answer !== null;
    if (!told) throw new AppError('conflict', { detail: 'This question is not explained yet.' });
    return this.explained(actor, { ...asked, campId: attempt.campId }, language);
  }

  async ofPractice(
    actor: Actor,
    { campId, practiceId, language }: ParsedInputOf<typeof explanations.ofPractice>,
  ): Promise<AnswerExplanation> {
    const { memberId } = await this.access.require(actor, campId, 'assessment.take');
    const asked = await this.practice.find(practiceId);
    if (asked === null || memberId === null || asked.memberId !== memberId) throw notFound('The question');
    if (asked.answer === null || (await this.practisable.heldUp(campId, memberId, asked.track)) !== null)
      throw new AppError('conflict', { detail: 'This question is not explained yet.' });
    return this.explained(actor, asked, language);
  }

  private async explained(actor: Actor, toExplain: ToExplain, language: Language): Promise<AnswerExplanation> {
    const { campId, itemId, version, layout, answer } = toExplain;
    const item = await this.library.version(itemId, version);
    if (!isKeyed(item)) throw new AppError('conflict', { detail: 'A written answer is explained by its grade.' });
    const chosen = chosenIn(item, layout, answer);
    const { skill } = await this.names.of(campId, item.skill);
    const thing = { itemId, version, chosen: chosen.id, language, prompt: idOf(EXPLAIN_ANSWER) };
    const kept = await this.store.find(thing);
    if (kept !== null) return { ...kept.content, skill, by: byModel(kept) };
    const { value, by } = await orByRules(
      this.model,
      EXPLAIN_ANSWER,
      () => this.once(actor, campId, thing, item, chosen),
      () => byItsOwnWords(item, chosen),
    );
    return { ...value, skill, by };
  }

  /** Of many who ask for the same at once, one asks the model, and the others get what it said. */
  private async once(actor: Actor, campId: string, thing: ExplainedThing, item: KeyedItem, chosen: Chosen) {
    await this.within(actor);
    const name = ['explain', ...Object.values(thing)].join(':');
    const reply = await this.lock.withLock(name, PATIENCE_MS, async (signal) => {
      const kept = await this.store.find(thing);
      if (kept !== null) return { value: kept.content, by: kept.model, tokens: NOTHING };
      const reply = await this.ask(actor, campId, thing.language, item, chosen, signal);
      await this.store.keep(thing, { content: reply.value, model: reply.by }, this.clock.now());
      return reply;
    });
    return reply ?? this.ask(actor, campId, thing.language, item, chosen, AbortSignal.timeout(PATIENCE_MS));
  }

  private async ask(
    actor: Actor,
    campId: string,
    language: Language,
    item: KeyedItem,
    chosen: Chosen,
    signal: AbortSignal,
  ) {
    const members = await this.roster.members(campId);
    const people = members.flatMap(({ name, email }) => (email === null ? [name] : [name, email]));
    const payer = { userId: personBehind(actor).userId, campId };
    const reply = await fillPrompt(this.model, EXPLAIN_ANSWER, inputOf(item, chosen, language), {
      payer,
      people,
      signal,
    });
    // Whatever a model says of it, what is right is not wrong.
    return { ...reply, value: { ...reply.value, wrong: chosen.right ? null : reply.value.wrong } };
  }

  private async within(actor: Actor): Promise<void> {
    const { allowed, resetSeconds } = await this.limits.take(
      `explain:${personBehind(actor).userId}`,
      MOST_AN_HOUR,
      HOUR_SECONDS,
    );
    if (!allowed) throw new AppError('too_many_requests', { retryAfter: resetSeconds });
  }
}

const NOTHING = { input: 0, output: 0 };

const byModel = ({ model }: Explained): AnswerExplanation['by'] => ({
  how: 'model',
  model,
  prompt: idOf(EXPLAIN_ANSWER),
});

/** What its author wrote: the misconception behind what was chosen, and why the key is right. */
const byItsOwnWords = ({ explanation }: KeyedItem, { because, right }: Chosen): Explained['content'] => ({
  wrong: right || because.length === 0 ? null : because.join('\n\n'),
  right: explanation,
  hint: null,
});

function inputOf(item: KeyedItem, chosen: Chosen, language: Language) {
  const code = item.code === undefined ? '' : `\n\n\`\`\`${item.code.language}\n${item.code.source}\n\`\`\``;
  return {
    language: language === 'es' ? ('Spanish' as const) : ('English' as const),
    question: item.stem + code,
    options: 'options' in item ? item.options.map(({ text }) => text) : 'lines' in item ? item.lines.toSorted() : [],
    chosen: chosen.words,
    right: chosen.right,
    key: keyInWords(item),
    known: [item.explanation, ...chosen.because],
  };
}
