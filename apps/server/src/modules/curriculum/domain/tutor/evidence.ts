import type { TextLanguage } from '../search/language.js';
import { asWritten, hasName, type Phrases, phrasesOf, saturation } from './phrases.js';

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

/** What speaks for a lesson, each from 0 to about 1, and against it. */
export interface Signals {
  /** In meaning: its nearest piece, the nearest of its aims, what its skill is about, what the questions that close it ask. */
  near: number;
  aims: number;
  topic: number;
  asks: number;
  /** Of the words of the question, by their rarity: the share that one piece has, and how often all have them (BM25). */
  said: number;
  told: number;
  /** Terms of code, and pairs of words, as the question has them. */
  terms: number;
  pairs: number;
  /** Against it: the share of words that no lesson has, and names that this one does not say, at most two. */
  unheard: number;
  strange: number;
}

export interface WeighedLesson {
  lesson: string;
  signals: Signals;
  weight: number;
  /** Running text that answers, the best first. */
  passages: readonly EvidencePiece[];
}

/** Lessons by how well they answer, the best first. */
export function weighLessons({ question, lessons, pieces, words, topics }: Evidence): WeighedLesson[] {
  const phrases = phrasesOf(question);
  return lessons
    .map(({ slug, skill }, place) => {
      const own = pieces.filter(({ lesson }) => lesson === slug);
      const worth = worthOf(words, own[0]?.language ?? 'english');
      const ofSkill = topics.filter((one) => one.skill === skill);
      const signals = signalsOf(own, worth, ofSkill, words, phrases);
      const tells = (piece: EvidencePiece) => (piece.similarity ?? 0) + shareOf(piece.says, worth) / 2;
      return {
        lesson: slug,
        signals,
        weight: 4 / (3 + place) + orderOf(signals),
        passages: own.filter(({ aims, text }) => !aims && text !== '').sort((a, b) => tells(b) - tells(a)),
      };
    })
    .sort((a, b) => b.weight - a.weight);
}

/** Set, by a regression on the development questions and those of the benchmark of search, to put the right lesson first. */
const orderOf = ({ near, aims, topic, asks, told, terms, pairs, strange }: Signals): number =>
  4.5 * near + 5 * aims + 3 * topic + 5.3 * asks + 4.3 * told + 2.8 * terms + 8 * pairs - 0.8 * strange;

/** Set by a logistic regression on the development questions, rounded: above 0 a lesson answers. */
export const sureness = ({ near, aims, topic, asks, said, pairs, unheard, strange }: Signals): number =>
  3.3 * near + 3.7 * aims + 3.7 * topic + 3.2 * asks + 4.1 * said + 1.3 * pairs - 2.6 * unheard - 2 * strange - 5.8;
/** What it takes off to be near in meaning to something that is besides the lessons; as near as this everything may be. */
const besidesLessons = (similarity: number): number => 14 * Math.max(0, similarity - 0.28);

/** Where meaning cannot be asked: the share of the words that one piece must have. */
const ENOUGH_SAID = 0.8;

/**
 * Whether a lesson answers. One that has no vector yet, as on a fresh server, is judged by its words.
 * @param besides how near the question is to something that is besides the lessons; null: meaning cannot be asked
 */
export function isAnswer({ signals }: WeighedLesson, besides: number | null): boolean {
  if (besides !== null && signals.near > 0) return sureness(signals) > besidesLessons(besides);
  return signals.said >= ENOUGH_SAID && signals.strange === 0 && besidesLessons(besides ?? 0) < 1;
}

function signalsOf(
  own: readonly EvidencePiece[],
  worth: ReadonlyMap<string, number>,
  ofSkill: readonly TopicNearness[],
  words: readonly AskedWord[],
  { names, terms, pairs }: Phrases,
): Signals {
  const nearest = (all: readonly { similarity: number | null }[]) =>
    Math.max(0, ...all.map(({ similarity }) => similarity ?? 0));
  const check = new Set(own[0]?.check);
  return {
    near: nearest(own),
    aims: nearest(own.filter(({ aims }) => aims)),
    topic: nearest(ofSkill),
    asks: nearest(ofSkill.filter(({ question }) => question !== null && check.has(question))),
    said: Math.max(0, ...own.map(({ says }) => shareOf(says, worth))),
    told: toldOf(own, worth),
    terms: saturation(terms.map(asWritten), own),
    pairs: saturation(pairs, own),
    unheard: shareOf(
      words.filter(({ spread }) => spread === 0).map(({ word }) => word),
      worth,
    ),
    strange: Math.min(2, names.filter((name) => !own.some((piece) => hasName(piece, name))).length),
  };
}

/** How rare each word is among lessons (as BM25 has it), by how the language of a piece stems it. */
function worthOf(words: readonly AskedWord[], language: TextLanguage): ReadonlyMap<string, number> {
  return new Map(
    words
      .filter(({ languages }) => languages.includes(language))
      .map(({ word, spread, lessons }) => [word, Math.log(1 + (lessons - spread + 0.5) / (spread + 0.5))]),
  );
}

function shareOf(said: readonly string[], worth: ReadonlyMap<string, number>): number {
  const all = sumOf([...worth.values()]);
  return all === 0 ? 0 : sumOf(said.map((word) => worth.get(word) ?? 0)) / all;
}

/** BM25 over the pieces that say a word, as a share of the worth of all words. */
function toldOf(own: readonly EvidencePiece[], worth: ReadonlyMap<string, number>): number {
  const all = sumOf([...worth.values()]);
  const told = [...worth].map(([word, value]) => {
    const times = own.filter(({ says }) => says.includes(word)).length;
    return (value * times * 2.2) / (times + 1.2);
  });
  return all === 0 ? 0 : sumOf(told) / all;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);
