import type { Item, Lesson, Skill } from '@tailcamp/contracts';
import { languageOf, type TextLanguage } from './language.js';
import { type Block, plain, sectionsOf } from './plain.js';

/** A piece of content as search keeps it, small enough that it is about one thing. */
export interface Piece {
  /** The section that it stands in; '' where it begins. */
  readonly heading: string;
  /** What is shown of it; '' for what is only searched. */
  readonly text: string;
  /** All whose words are searched; '' where another piece has them. */
  readonly said: string;
  /** What is embedded, within what small models read. */
  readonly meant: string;
  readonly language: TextLanguage;
}

/** Characters of running text in a piece of a lesson. */
const LONGEST = 700;

/**
 * What a lesson is found by: what is learnt in it, as a whole and one by one, and its sections piece by piece. Titles are
 * written to be remembered, not to describe, so that only the first piece is embedded with it.
 */
export function piecesOfLesson(
  { title, objectives, body }: Pick<Lesson, 'title' | 'objectives' | 'body'>,
  skill: Pick<Skill, 'title' | 'description'>,
): readonly Piece[] {
  const sections = sectionsOf(body);
  const language = languageOf(sections.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join(' '));
  const aims = objectives.map((aim) => `${aim}.`).join(' ');
  const topic = [skill.title, plain(skill.description)];
  return [
    {
      heading: '',
      text: aims,
      said: together(title, ...topic, aims),
      meant: together(title, skill.title, aims),
      language,
    },
    ...objectives.map((aim) => ({ heading: '', text: aim, said: '', meant: `${skill.title}: ${aim}`, language })),
    ...sections.flatMap(({ heading, blocks }) =>
      packed(blocks).map(({ text, code }) => ({
        heading,
        text: text || code,
        said: together(heading, text, code),
        meant: together(skill.title, heading, text),
        language,
      })),
    ),
  ];
}

export function pieceOfSkill({ title, description }: Pick<Skill, 'title' | 'description'>): Piece {
  const text = plain(description);
  const all = together(title, text);
  return { heading: '', text, said: all, meant: all, language: languageOf(description) };
}

/** What the bank asks of a skill tells, often in plainer words than its lessons, what people ask about it. Never shown. */
export function pieceOfQuestion(item: Item): Piece {
  const [stem, explanation] = [plain(item.stem), plain(item.explanation)];
  const options = 'options' in item ? item.options.map(({ text }) => plain(text)) : [];
  return {
    heading: '',
    text: '',
    said: together(stem, ...options, explanation),
    meant: together(stem, explanation),
    language: languageOf(together(stem, explanation)),
  };
}

const together = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('. ');

/** Puts blocks together while they fit; one that is longer than a piece is cut between sentences. */
function packed(blocks: readonly Block[]): readonly Block[] {
  const pieces: { text: string; code: string }[] = [];
  for (const block of blocks.flatMap(cut)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.text.length + block.text.length <= LONGEST) {
      last.text = [last.text, block.text].filter((text) => text !== '').join(' ');
      last.code = [last.code, block.code].filter((code) => code !== '').join('\n');
    } else pieces.push({ ...block });
  }
  return pieces;
}

function cut({ text, code }: Block): readonly Block[] {
  if (text.length <= LONGEST) return [{ text, code }];
  const parts: string[] = [];
  for (const sentence of text.split(/(?<=[.!?])\s+/)) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + sentence.length < LONGEST) parts[parts.length - 1] = `${last} ${sentence}`;
    else parts.push(sentence);
  }
  return parts.map((part, at) => ({ text: part, code: at === 0 ? code : '' }));
}
