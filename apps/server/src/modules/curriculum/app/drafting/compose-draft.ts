import { Injectable } from '@nestjs/common';
import type { DraftWish } from '@tailcamp/contracts';
import { Item } from '@tailcamp/contracts';
import { type Asking, fillPrompt, LanguageModel, orByRules } from '../../../../platform/llm/index.js';
import { adviceOn, TaughtContent } from '../../../assessment/index.js';
import { Roster } from '../../../camps/index.js';
import { draftedOf, type GivenText } from '../../domain/drafting/drafted-text.js';
import { briefOutline, lessonOutline } from '../../domain/drafting/outline.js';
import { type GivenQuestion, questionName, questionsByRules } from '../../domain/drafting/questions.js';
import { type DraftResult, type DraftRow } from '../../store/drafting/draft-store.js';
import { DRAFT_BRIEF } from './draft-brief.prompt.js';
import { DRAFT_LESSON } from './draft-lesson.prompt.js';
import { DRAFT_QUESTIONS, itemOf } from './draft-questions.prompt.js';
import type { Grounds } from './find-sources.js';

type Wish<What extends DraftWish['what']> = Extract<DraftWish, { what: What }>;

const DIFFICULTY = { beginner: -1, practised: 0, advanced: 1 } as const;
const MOST_CHECK = 2;

/** Makes a draft of its sources: by a model, or by rules where there is none to be had. Nothing is written here. */
@Injectable()
export class ComposeDraft {
  constructor(
    private readonly model: LanguageModel,
    private readonly content: TaughtContent,
    private readonly roster: Roster,
  ) {}

  async run({ id, campId, userId, wish }: DraftRow, grounds: Grounds, signal: AbortSignal): Promise<DraftResult> {
    const people = (await this.roster.members(campId)).flatMap(({ name, email }) => [name, ...(email ?? [])]);
    const asking = { payer: { userId, campId }, people, signal };
    const sources = [...grounds.sources];
    if (wish.what === 'questions') {
      const { value, by } = await this.questions(wish, grounds, asking, id);
      const questions = value.map(({ item, cites }) => ({
        item,
        cites: cites.filter((n) => sources.some((source) => source.n === n)),
        advice: [...adviceOn(item)],
        filed: false,
      }));
      return { by, sources, text: null, questions };
    }
    const { value, by } =
      wish.what === 'lesson' ? await this.lesson(wish, grounds, asking) : await this.brief(wish, grounds, asking);
    const check = wish.what === 'lesson' ? await this.checkOf(campId, wish.skill) : [];
    return { by, sources, text: draftedOf(value, sources, check), questions: null };
  }

  private lesson(wish: Wish<'lesson'>, grounds: Grounds, asking: Asking) {
    const { kind, minutes, level } = wish;
    const given = { ...materialOf(wish, grounds, level), kind, minutes };
    const [skill] = grounds.skills;
    const aims = grounds.lessons.flatMap(({ objectives }) => objectives);
    return orByRules<GivenText>(
      this.model,
      DRAFT_LESSON,
      () => fillPrompt(this.model, DRAFT_LESSON, given, asking),
      () => lessonOutline(wish, skill ?? NO_SKILL, grounds.sources, [...new Set(aims)]),
    );
  }

  private brief(wish: Wish<'brief'>, grounds: Grounds, asking: Asking) {
    const { weeks, people } = wish;
    const given = { ...materialOf(wish, grounds, null), weeks, people };
    return orByRules<GivenText>(
      this.model,
      DRAFT_BRIEF,
      async () => {
        const reply = await fillPrompt(this.model, DRAFT_BRIEF, given, asking);
        const { title, goal, milestones, roles, criteria } = reply.value;
        const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
        const sections = [
          { heading: 'Goal', text: goal },
          { heading: 'Milestones', text: list(milestones.map(({ week, what }) => `**Week ${week}**: ${what}`)) },
          { heading: 'Roles', text: list(roles.map(({ name, does }) => `**${name}**: ${does}`)) },
          { heading: 'Acceptance criteria', text: list(criteria) },
        ];
        return { ...reply, value: { title, objectives: [], sections } };
      },
      () => briefOutline(wish, grounds.skills, aimsOf(grounds)),
    );
  }

  private questions(wish: Wish<'questions'>, grounds: Grounds, asking: Asking, draftId: string) {
    const { count, skill, level } = wish;
    const given = { ...materialOf(wish, grounds, level), count };
    const name = (stem: string, at: number) => questionName(skill, stem, `${draftId.slice(-6)}${at + 1}`);
    return orByRules<GivenQuestion[]>(
      this.model,
      DRAFT_QUESTIONS,
      async () => {
        const reply = await fillPrompt(this.model, DRAFT_QUESTIONS, given, asking);
        const value = reply.value.questions.slice(0, count).flatMap((question, at): GivenQuestion[] => {
          const parsed = Item.safeParse(itemOf(question, { id: name(question.stem, at), skill }));
          return parsed.success ? [{ item: parsed.data, cites: question.cites }] : [];
        });
        return { ...reply, value };
      },
      () => {
        const own = grounds.lessons.filter((lesson) => lesson.skill === skill);
        return questionsByRules(skill, own, DIFFICULTY[level], name).slice(0, count);
      },
    );
  }

  /** Questions of the bank that would close a lesson of this skill. */
  private async checkOf(campId: string, skill: string): Promise<string[]> {
    const items = await this.content.skillOfItem(campId);
    return [...items].flatMap(([id, of]) => (of === skill ? [id] : [])).slice(0, MOST_CHECK);
  }
}

const NO_SKILL = { id: '', title: '', description: '' };

const materialOf = ({ purpose }: DraftWish, { skills, sources }: Grounds, level: Wish<'lesson'>['level'] | null) => ({
  skills: skills.map(({ title, description }) => ({ title, description })),
  sources: sources.map(({ n, title, heading, text }) => ({ n, title, heading, text })),
  ...{ purpose, level },
});

const MOST_AIMS = 3;

function aimsOf({ skills, lessons }: Grounds): Map<string, { aim: string; n: number | null }[]> {
  return new Map(
    skills.map(({ id }) => {
      const own = lessons.filter(({ skill }) => skill === id);
      return [id, own.flatMap(({ objectives, n }) => objectives.map((aim) => ({ aim, n }))).slice(0, MOST_AIMS)];
    }),
  );
}
