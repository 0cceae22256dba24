import { Injectable } from '@nestjs/common';
import type { DraftSource, DraftWish, LessonHead } from '@tailcamp/contracts';
import { notFound } from '../../../../kernel/app-error.js';
import { TaughtContent, type TaughtSkill } from '../../../assessment/index.js';
import type { AskableLesson } from '../../domain/drafting/questions.js';
import { sectionOf } from '../../domain/drafting/sections.js';
import { LessonStore } from '../../store/lessons/lesson-store.js';
import { FindContent } from '../search/find-content.js';

const LESSONS = 8;
/** Lessons of which the example stands among the sources too, the nearest first. */
const EXAMPLES = 3;
const LONGEST = 1_800;

/** What a draft rests on: pieces of published lessons, the whole lessons, and the skills that are wished for. */
export interface Grounds {
  skills: readonly TaughtSkill[];
  sources: readonly DraftSource[];
  /** Those of the skills themselves, then their neighbours. */
  lessons: readonly (AskableLesson & Pick<LessonHead, 'id' | 'skill'>)[];
}

/**
 * Finds what a draft is to rest on. Only what is published counts, though staff may read more: else one draft would soon
 * rest on another that nobody has looked over.
 */
@Injectable()
export class FindSources {
  constructor(
    private readonly content: TaughtContent,
    private readonly find: FindContent,
    private readonly store: LessonStore,
  ) {}

  async run(campId: string, wish: DraftWish): Promise<Grounds> {
    const skills = await this.skillsOf(campId, wish);
    const own = await this.store.published(
      campId,
      skills.map(({ id }) => id),
    );
    const asked = skills.map(({ title, description }) => `${title}. ${description}`).join(' ');
    const { found } = await this.find.run({
      ...{ campId, drafts: false, limit: LESSONS },
      asked: `${asked} ${wish.purpose}`.slice(0, 1_500),
    });
    const near = found.flatMap(({ kind, slug, heading }) => (kind === 'skill' ? [] : [{ slug, heading }]));
    const ofSkill = (slug: string) => own.some(({ id }) => id === slug);
    const wanted = [
      ...own.map(({ id: slug }) => near.find((one) => one.slug === slug) ?? { slug, heading: '' }),
      ...near.filter(({ slug }) => !ofSkill(slug)),
    ].slice(0, LESSONS + own.length);
    const also = wish.what === 'lesson' && wish.kind === 'exercise' ? EXERCISE : ['Worked example'];
    const sources: DraftSource[] = [];
    const lessons: (AskableLesson & Pick<LessonHead, 'id' | 'skill'>)[] = [];
    for (const [at, { slug, heading }] of wanted.entries()) {
      const lesson = await this.store.lesson(campId, slug);
      if (lesson === null) continue;
      const { id, skill, title, objectives, body } = lesson;
      const before = sources.length;
      for (const section of new Set([heading, ...(at < EXAMPLES ? also : [])])) {
        const text = sectionOf(body, section);
        if (text !== null)
          sources.push({ n: sources.length + 1, lesson: id, title, heading: section, text: shortened(text) });
      }
      lessons.push({ id, skill, title, objectives, body, n: sources.length > before ? before + 1 : null });
    }
    return { skills, sources, lessons };
  }

  /** In an order in which each stands after what it rests on. @throws AppError `not_found` */
  async skillsOf(campId: string, wish: DraftWish): Promise<readonly TaughtSkill[]> {
    const known = await this.content.skills(campId);
    const ids = wish.what === 'brief' ? wish.skills : [wish.skill];
    const chosen = ids.map((id) => {
      const skill = known.find((one) => one.id === id);
      if (skill === undefined) throw notFound(`The skill “${id}”`);
      return skill;
    });
    return [...new Set(chosen)].sort((a, b) => a.level - b.level || ids.indexOf(a.id) - ids.indexOf(b.id));
  }
}

const EXERCISE = ['Worked example', 'Your turn', 'One solution'] as const;

/** Cut between lines, and never inside a block of code. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const end = text.lastIndexOf('\n\n', LONGEST);
  const cut = text.slice(0, end > 0 ? end : LONGEST);
  const fences = cut.match(/^(```|~~~)/gm)?.length ?? 0;
  return `${cut}${fences % 2 === 1 ? '\n```' : ''}\n\n[…]`;
}
