import { Injectable } from '@nestjs/common';
import type { CodeLanguage, CodeReport, ProposedCriterion } from '@tailcamp/contracts';
import type { z } from 'zod';
import { Clock } from '../../../../kernel/clock.js';
import { analyseCode } from '../../../../platform/code-analysis/index.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { fillPrompt, LanguageModel, orByRules } from '../../../../platform/llm/index.js';
import { type JobRun, Queue } from '../../../../platform/queue/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { Roster } from '../../../camps/index.js';
import { type Judged, judgedByModel, levelsOf } from '../../domain/grading/by-model.js';
import { proposedByRules } from '../../domain/grading/by-rules.js';
import { type WrittenRow, WrittenStore } from '../../store/attempts/written-store.js';
import { ProposalStore, type Proposed } from '../../store/grading/proposal-store.js';
import { PROPOSE_GRADE } from '../jobs.js';
import { CampRules } from '../settings/camp-rules.js';
import { GiveGrade } from './give-grade.js';
import { GRADE_ANSWER } from './grade-answer.prompt.js';
import { type AnswerToGrade, textOf, WrittenAnswerOf } from './written-answer.js';

/** Runs after which it is given up; those that only wait for new tokens count as well. */
const MOST_TRIES = 4;
/** When a model that could not be reached is asked again. */
const LATER_MS = 10 * 60_000;
/** A proposal counts at once only where each criterion is this sure. */
const SURE_ENOUGH_TO_RELEASE = 0.7;

/**
 * Proposes a grade for one answer: by a model, or by rules while there is none to be had. Done again it proposes anew
 * only what nobody has proposed yet; a proposal that is there, or a grade, is never changed by it.
 */
@Injectable()
export class ProposeGrade {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly queue: Queue,
    private readonly model: LanguageModel,
    private readonly roster: Roster,
    private readonly rules: CampRules,
    private readonly written: WrittenStore,
    private readonly answers: WrittenAnswerOf,
    private readonly store: ProposalStore,
    private readonly give: GiveGrade,
  ) {}

  async run({ answerId }: z.output<typeof PROPOSE_GRADE.payload>, { signal }: Pick<JobRun, 'signal'>): Promise<void> {
    const row = await this.written.find(answerId);
    const tries = await this.database.transaction((tx) => this.store.begin(tx, answerId));
    if (row === null || tries === null) return;
    if (tries > MOST_TRIES) return this.giveUp(row);
    const toGrade = await this.answers.row(row);
    const made = await this.proposed(row, toGrade, signal);
    const retryAt = tries < MOST_TRIES ? this.retryAt(made.by) : null;
    await this.database.transaction((tx) => this.keep(tx, row, toGrade, made, retryAt));
  }

  private async proposed({ campId }: WrittenRow, toGrade: AnswerToGrade, signal: AbortSignal): Promise<Proposed> {
    const { item, attempt } = toGrade;
    const answer = textOf(toGrade);
    const code =
      item.kind === 'program' ? await analyseCode([{ path: fileOf(item.language), text: answer }], signal) : null;
    const byRules = proposedByRules(item, answer, code);
    const ask = async () => {
      const members = await this.roster.members(campId);
      const userId = members.find(({ id }) => id === attempt.memberId)?.userId ?? attempt.memberId;
      const people = members.flatMap(({ name, email }) => (email === null ? [name] : [name, email]));
      const input = inputOf(toGrade, answer, code);
      const reply = await fillPrompt(this.model, GRADE_ANSWER, input, { payer: { userId, campId }, people, signal });
      return { ...reply, value: judgedByModel(item, answer, reply.value, byRules) };
    };
    const { value, by } = await orByRules<Judged>(this.model, GRADE_ANSWER, ask, () => judgedByRules(byRules));
    return { ...value, code, by };
  }

  /** The model is asked again once there are tokens, or later where it could not be reached. */
  private retryAt(by: Proposed['by']): Date | null {
    if (by.how === 'model' || by.because === 'no_model' || by.because === 'invalid_reply') return null;
    return by.resetAt === null ? new Date(this.clock.now().getTime() + LATER_MS) : new Date(by.resetAt);
  }

  private async keep(
    tx: Sql,
    { id: answerId, campId }: WrittenRow,
    { item }: AnswerToGrade,
    made: Proposed,
    retryAt: Date | null,
  ): Promise<void> {
    if (!(await this.store.put(tx, answerId, made, retryAt))) return;
    if (retryAt !== null) {
      const delay = Math.max(0, retryAt.getTime() - this.clock.now().getTime());
      await this.queue.add(tx, PROPOSE_GRADE, { answerId }, { delay, key: `${answerId}:${retryAt.toISOString()}` });
    }
    await this.streams.append(tx, `camp:${campId}`, 'grading.proposed', {
      campId,
      answerId,
      state: retryAt === null ? 'ready' : 'waiting',
    });
    const { settings } = await this.rules.of(campId, tx);
    const row = await this.written.find(answerId, tx);
    if (settings.proposals !== 'at-once' || row?.state !== 'pending' || !isSure(made)) return;
    const grade = { levels: levelsOf(made.criteria), comment: reasonsOf(made.criteria, item.rubric) };
    await this.give.give(tx, row, item.rubric, row.version, { ...grade, gradedAt: this.clock.now(), gradedBy: null });
  }

  private async giveUp({ id: answerId, campId }: WrittenRow): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.store.fail(tx, answerId);
      await this.streams.append(tx, `camp:${campId}`, 'grading.proposed', { campId, answerId, state: 'failed' });
    });
  }
}

/** By a model, without anything that somebody has to look at. */
const isSure = ({ by, flags, criteria }: Proposed): boolean =>
  by.how === 'model' && flags.length === 0 && criteria.every(({ confidence }) => confidence >= SURE_ENOUGH_TO_RELEASE);

const judgedByRules = (criteria: ProposedCriterion[]): Judged => ({ criteria, flags: [] });

/** What the learner is told with a grade that was released. */
const reasonsOf = (criteria: readonly ProposedCriterion[], rubric: readonly { criterion: string }[]): string =>
  criteria
    .map(({ reason }, at) => `**${rubric[at]?.criterion ?? ''}**: ${reason}`)
    .join('\n\n')
    .slice(0, 4_000);

const ENDINGS: Readonly<Partial<Record<CodeLanguage, string>>> = {
  javascript: 'js',
  typescript: 'ts',
  python: 'py',
  bash: 'sh',
};
const fileOf = (language: CodeLanguage): string => `answer.${ENDINGS[language] ?? language}`;

function inputOf({ item }: AnswerToGrade, answer: string, code: CodeReport | null) {
  const shown = item.code === undefined ? '' : `\n\n\`\`\`${item.code.language}\n${item.code.source}\n\`\`\``;
  return {
    question: item.stem + shown,
    rubric: item.rubric.map(({ criterion, levels }, at) =>
      [`Criterion ${at + 1}: ${criterion}`, ...levels.map(({ text }, level) => `  Level ${level}: ${text}`)].join('\n'),
    ),
    sample: item.sample,
    answer,
    findings: code === null ? [] : findingsOf(code),
  };
}

const MOST_FINDINGS = 20;

function findingsOf({ findings, summary }: CodeReport): string[] {
  const { parses, functions, complexity, tests } = summary;
  const known = [
    parses === null ? '' : parses ? 'It parses.' : 'It does not parse.',
    `Functions: ${functions}${complexity === null ? '' : `, the most complex with ${complexity.most} paths`}.`,
    `Tests: ${tests.map(({ framework, count }) => `${count} (${framework})`).join(', ') || 'none'}.`,
  ];
  const found = findings
    .slice(0, MOST_FINDINGS)
    .map(({ line, severity, words }) => `Line ${line}, ${severity}: ${words}.`);
  return [known.filter(Boolean).join(' '), ...found];
}
