import { Item, RUNNABLE } from '@tailcamp/contracts';
import { provedBlocks } from '../content/lesson-text.js';
import { firstSentences } from './sections.js';

/** A question with the sources that it rests on. */
export interface GivenQuestion {
  item: Item;
  cites: readonly number[];
}

/** A lesson that questions are made from. */
export interface AskableLesson {
  title: string;
  objectives: readonly string[];
  body: string;
  /** The source that it stands among; null where it is none of them. */
  n: number | null;
}

const MOST_LINES = 25;
const MOST_PRINTED = 120;
const SAMPLE = 900;

/**
 * Questions without a model: what a proved piece of code of the lessons prints, which is known for sure, then each
 * objective to be explained in one's own words, by a rubric.
 * @param name makes the id of the question in this place
 */
export function questionsByRules(
  skill: string,
  lessons: readonly AskableLesson[],
  difficulty: number,
  name: (stem: string, at: number) => string,
): GivenQuestion[] {
  const given = [
    ...lessons.flatMap((lesson) => printed(lesson).map((question) => ({ question, lesson }))),
    ...lessons.flatMap((lesson) => explained(lesson).map((question) => ({ question, lesson }))),
  ];
  return given.flatMap(({ question, lesson }, at) => {
    const parsed = Item.safeParse({ ...question, id: name(question.stem, at), skill, difficulty });
    return parsed.success ? [{ item: parsed.data, cites: lesson.n === null ? [] : [lesson.n] }] : [];
  });
}

function printed({ title, body }: AskableLesson) {
  return provedBlocks(body).flatMap(({ language, source, prints }) => {
    const answer = prints.trim();
    const code = RUNNABLE.find((one) => one === language);
    const fits = answer !== '' && !answer.includes('\n') && answer.length <= MOST_PRINTED;
    if (code === undefined || !fits || source.split('\n').length > MOST_LINES) return [];
    return {
      kind: 'text' as const,
      stem: 'What does this print?',
      code: { language: code, source, prints: answer },
      accept: [answer],
      explanation: `It prints \`${answer}\`. The lesson “${title}” walks through it.`,
    };
  });
}

function explained({ title, objectives, body }: AskableLesson) {
  return objectives.map((aim) => ({
    kind: 'essay' as const,
    stem: `Show with an example of your own that you can do this: ${aim.charAt(0).toLowerCase()}${aim.slice(1)}.`,
    rubric: [
      {
        criterion: aim.slice(0, 120),
        levels: [
          { points: 0, text: 'Says nothing that bears on it' },
          { points: 1, text: 'Says how it is done, without an example or with one that does not fit' },
          { points: 2, text: 'Says how it is done, and shows it in an example of their own that fits' },
        ],
      },
    ],
    sample: firstSentences(body, SAMPLE) || aim,
    explanation: `The lesson “${title}” tells it.`,
  }));
}

/** The name of a drafted question: the skill, the first words that it asks, and something that no other draft has. */
export const questionName = (skill: string, stem: string, unique: string): string =>
  [skill.slice(0, 30), slugOf(stem).slice(0, 40), unique].join('-').replace(/-+/g, '-');

const slugOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
