import { languageOf } from '../search/language.js';

/** Words that point back to what was said before. */
const POINTS_BACK =
  /^\W*(and|but|so|then|why|how so|really|what about|how about|y|pero|entonces|por qu[eé]|qu[eé] hay de|y qu[eé])\b|\b(it|this|that|these|those|they|them|he|she|esto|eso|esta|este|ellos|ellas)\b/i;
const MOST_WORDS = 9;

/** A short question that means little by itself is searched with what it points back to. */
export function inContext(question: string, before: string | null): string {
  const words = question.match(/\p{L}+/gu)?.length ?? 0;
  return before !== null && words <= MOST_WORDS && POINTS_BACK.test(question) ? `${before} ${question}` : question;
}

/** An aim of a lesson, as somebody would ask for it. */
export function askFor(aim: string): string {
  const bare = aim.replace(/[.\s]+$/, '');
  const begun = /^\p{Lu}{2}/u.test(bare) ? bare : bare.charAt(0).toLowerCase() + bare.slice(1);
  return languageOf(aim) === 'spanish' ? `¿Cómo puedo ${begun}?` : `How do I ${begun}?`;
}

const LONGEST_TITLE = 80;

/** What a conversation is called until its learner says otherwise. */
export function titleOf(question: string): string {
  const line = question.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_TITLE) return line;
  const cut = line.slice(0, LONGEST_TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_TITLE / 2))} …`;
}
