import { Injectable } from '@nestjs/common';
import type { TutorSource } from '@tailcamp/contracts';
import { Embeddings, EmbeddingsUnavailable } from '../../../../platform/embeddings/index.js';
import { BESIDES } from '../../domain/tutor/besides.js';
import { isAnswer, sureness, type WeighedLesson, weighLessons } from '../../domain/tutor/evidence.js';
import { sectionOf } from '../../domain/tutor/section.js';
import { LessonStore } from '../../store/lessons/lesson-store.js';
import type { FoundRow } from '../../store/search/search-store.js';
import { EvidenceStore } from '../../store/tutor/evidence-store.js';
import { FindContent } from '../search/find-content.js';

/** How many lessons are weighed, and how many places of them are shown. */
const WEIGHED = 10;
const MOST_SOURCES = 4;
/** How much less sure than the first one another lesson may be to be shown with it. */
const NEARLY = 0.6;

export interface FoundEvidence {
  /** Whether lessons answer; where not, the sources are only the nearest. */
  answers: boolean;
  sources: TutorSource[];
  /** For each source, all of its section in Markdown. */
  sections: string[];
}

/** Finds the passages of published lessons that answer a question, or says that none does. */
@Injectable()
export class FindEvidence {
  /** Of what is besides the lessons, by the model in use. */
  #besides: { model: string; vectors: Promise<Float32Array[]> } | null = null;

  constructor(
    private readonly find: FindContent,
    private readonly store: EvidenceStore,
    private readonly lessons: LessonStore,
    private readonly embeddings: Embeddings,
  ) {}

  /** @param asked what is searched; drafts, questions of the bank and other camps are never in what is found */
  async run(campId: string, asked: string): Promise<FoundEvidence> {
    const { found, meaning, near } = await this.find.run({ campId, drafts: false, asked, limit: WEIGHED });
    const lessons = found.filter(({ kind }) => kind !== 'skill');
    const [words, pieces, topics] = [
      await this.store.words(campId, asked),
      await this.store.pieces(campId, asked, lessons, near),
      await this.store.topics(campId, near),
    ];
    const weighed = weighLessons({ question: asked, lessons, pieces, words, topics });
    const [first] = weighed;
    const answers = first !== undefined && isAnswer(first, meaning ? await this.besides(asked) : null);
    const shown = answers ? answering(weighed) : nearest(weighed);
    return { answers, ...(await this.told(campId, shown, lessons)) };
  }

  private async told(campId: string, shown: readonly Shown[], lessons: readonly FoundRow[]) {
    const sources: TutorSource[] = [];
    const sections: string[] = [];
    for (const { lesson: id, heading, text } of shown) {
      const lesson = await this.lessons.lesson(campId, id);
      const found = lessons.find(({ slug }) => slug === id);
      // Taken back since it was found.
      if (lesson === null || found === undefined) continue;
      sources.push({
        number: sources.length + 1,
        lesson: { id, title: lesson.title },
        skill: { id: lesson.skill, title: found.topic },
        heading: heading || null,
        passage: text,
      });
      sections.push(sectionOf(lesson.body, heading) || text);
    }
    return { sources, sections };
  }

  /** How near a question is in meaning to something that is besides the lessons; null where that cannot be asked. */
  private async besides(question: string): Promise<number | null> {
    const { model } = this.embeddings;
    if (this.#besides?.model !== model) {
      const vectors = this.embeddings.embed(BESIDES);
      // Whoever waits for them hears of it; nobody may.
      vectors.catch(() => undefined);
      this.#besides = { model, vectors };
    }
    try {
      const [vector] = await this.embeddings.embed([question]);
      if (vector === undefined) return null;
      return Math.max(
        ...(await this.#besides.vectors).map((one) => one.reduce((sum, x, at) => sum + x * (vector[at] ?? 0), 0)),
      );
    } catch (error) {
      this.#besides = null;
      if (!(error instanceof EmbeddingsUnavailable)) throw error;
      return null;
    }
  }
}

interface Shown {
  lesson: string;
  heading: string;
  text: string;
}

/** The best passages of the lessons that answer, those of the first one first. */
function answering(weighed: readonly WeighedLesson[]): Shown[] {
  const [first, ...others] = weighed;
  if (first === undefined) return [];
  const more = others.filter(({ signals }) => sureness(signals) > Math.max(0, NEARLY * sureness(first.signals)));
  return [...first.passages.slice(0, 2), ...more.flatMap(({ passages }) => passages.slice(0, 1))].slice(
    0,
    MOST_SOURCES,
  );
}

const nearest = (weighed: readonly WeighedLesson[]): Shown[] =>
  weighed.slice(0, 3).flatMap(({ passages }) => passages.slice(0, 1));
