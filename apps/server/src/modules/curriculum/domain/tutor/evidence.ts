import type { TextLanguage } from '../search/language.js';

/** A word of the question, as some languages stem it. */
export interface AskedWord {
  word: string;
  languages: readonly TextLanguage[];
  /** In how many of the lessons it stands. */
  spread: number;
  lessons: number;
}

/** A published piece of a lesson. */
export interface EvidencePiece {
  lesson: string;
  /** The questions of the bank that close the lesson. */
  check: readonly string[];
  heading: string;
  text: string;
  language: TextLanguage;
  /** It only says what is learnt. */
  aims: boolean;
  /** The words of the question that stand in it. */
  says: readonly string[];
  /** Cosine; null: not among the nearest. */
  similarity: number | null;
}

/** How near the question is to a skill, or to what is asked of it. */
export interface TopicNearness {
  skill: string;
  /** The question of the bank; null: the skill itself. */
  question: string | null;
  similarity: number;
}

/** All that is known of how well lessons answer a question; `lessons` as content search has placed them. */
export interface Evidence {
  question: string;
  lessons: readonly { slug: string; skill: string }[];
  pieces: readonly EvidencePiece[];
  words: readonly AskedWord[];
  topics: readonly TopicNearness[];
}

/** How well one lesson answers, by several signals, each from 0 to about 1. */
export interface LessonWeight {
  lesson: string;
  /** The two nearest pieces in meaning. */
  near: readonly [number, number];
  /** The nearest of what its skill says, and of what is asked of it. */
  topic: number;
  /** Of the words of the question, weighted by rarity, the share that one piece has. */
  said: number;
  /** The share of words that no lesson has. */
  unheard: number;
  /** Names in the question, of a tool or a person, that the lesson does not say. */
  strange: number;
  /** What orders lessons. */
  weight: number;
  /** Running text that answers, the best first. */
  passages: readonly EvidencePiece[];
}

/** Lessons by how well they answer, the best first. */
export function weighLessons({ question, lessons, pieces, words, topics }: Evidence): LessonWeight[] {
  const names = namesIn(question);
  return lessons
    .map(({ slug, skill }, place) => {
      const own = pieces.filter(({ lesson }) => lesson === slug);
      const worth = worthOf(words, own[0]?.language ?? 'english');
      const share = (piece: EvidencePiece) => shareOf(piece.says, worth);
      const [first = 0, second = 0] = own.map(({ similarity }) => similarity ?? 0).sort((a, b) => b - a);
      const topic = Math.max(0, ...topics.filter((one) => one.skill === skill).map(({ similarity }) => similarity));
      const said = Math.max(0, ...own.map(share));
      const tells = (piece: EvidencePiece) => (piece.similarity ?? 0) + share(piece) / 2;
      return {
        ...{ lesson: slug, near: [first, second] as const, topic, said },
        unheard: shareOf(
          words.filter(({ spread }) => spread === 0).map(({ word }) => word),
          worth,
        ),
        strange: names.filter((name) => !own.some((piece) => hasName(piece, name))).length,
        weight: 4.5 / (3 + place) + 3.5 * first + second + 2.5 * said + 2.5 * topic,
        passages: own.filter(({ aims, text }) => !aims && text !== '').sort((a, b) => tells(b) - tells(a)),
      };
    })
    .sort((a, b) => b.weight - a.weight);
}

/** From where on a lesson counts as an answer; set on the development questions. */
const ENOUGH = 0.6;
/** What it takes off where the question is of a kind that lessons seldom answer. */
const BESIDES = 0.35;
/** Where meaning cannot be asked: the share of the words that one piece must have. */
const ENOUGH_SAID = 0.8;

/** Whether a lesson answers. @param besides the question is of a kind that lessons seldom answer */
export function isAnswer(weight: LessonWeight, besides: boolean): boolean {
  if (weight.near[0] === 0) return weight.said >= ENOUGH_SAID && !besides;
  return sureness(weight) - (besides ? BESIDES : 0) >= ENOUGH;
}

/** How sure it is that a lesson answers: by its meaning, its skill and its words; against it, words and names of another subject. */
export const sureness = ({ near, topic, said, unheard, strange }: LessonWeight): number =>
  near[0] + 0.5 * topic + 0.25 * said - 0.15 * unheard - 0.1 * Math.min(strange, 2);

/** What is written with a capital within a sentence: mostly names of tools, which the subject stands and falls with. */
const namesIn = (question: string): string[] =>
  [...question.matchAll(/(?<=[\p{L}\p{N},;:'")] )\p{Lu}[\p{L}\p{N}+#-]+/gu)].map(([name]) => name.toLowerCase());

const hasName = ({ text, heading, says }: EvidencePiece, name: string): boolean =>
  `${heading} ${text}`.toLowerCase().includes(name) ||
  says.some((word) => name.startsWith(word) || word.startsWith(name));

/** How rare each word is among lessons (as BM25 has it), by how the language of a piece stems it. */
function worthOf(words: readonly AskedWord[], language: TextLanguage): ReadonlyMap<string, number> {
  return new Map(
    words
      .filter(({ languages }) => languages.includes(language))
      .map(({ word, spread, lessons }) => [word, Math.log(1 + (lessons - spread + 0.5) / (spread + 0.5))]),
  );
}

function shareOf(said: readonly string[], worth: ReadonlyMap<string, number>): number {
  const all = [...worth.values()].reduce((sum, one) => sum + one, 0);
  return all === 0 ? 0 : said.reduce((sum, word) => sum + (worth.get(word) ?? 0), 0) / all;
}
