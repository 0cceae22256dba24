import { type FieldProblem, Lesson, type LessonDraft, type StudioKind } from '@tailcamp/contracts';
import { fencesOf, headingsOf, paragraphsOf, withoutCode } from './lesson-text.js';

/** A file of one lesson: what stands between its `---` lines, parsed, and the Markdown below. */
export interface LessonFile {
  path: string;
  head: unknown;
  body: string;
}

export interface LessonProblem {
  file: string;
  message: string;
}

/** What lessons point to: the skills there are, and the skill of each question. */
export interface KnownContent {
  skills: ReadonlySet<string>;
  skillOfItem: ReadonlyMap<string, string>;
}

/** Sections that each kind must have, by their headings of level 2. */
const SECTIONS: Record<StudioKind, readonly string[]> = {
  lesson: ['Worked example'],
  exercise: ['Worked example', 'Your turn', 'One solution'],
  brief: ['Goal', 'Milestones', 'Roles', 'Acceptance criteria'],
};
const SHORTEST = { title: 4, brief: 300 };

/**
 * Reads lessons and holds them to their schema and to each other: names known once, skills and questions that exist and
 * belong together, the sections of their kind, no HTML, no paragraph that two of them share.
 * @returns what could be read, and all that is wrong
 */
export function lessonsOf(
  files: readonly LessonFile[],
  known: KnownContent,
): { lessons: readonly Lesson[]; problems: readonly LessonProblem[] } {
  const problems: LessonProblem[] = [];
  const read = files.flatMap(({ path, head, body }) => {
    const parsed = Lesson.safeParse({ ...(typeof head === 'object' ? head : null), body });
    if (parsed.success) return [{ path, lesson: parsed.data }];
    for (const issue of parsed.error.issues)
      problems.push({ file: path, message: `${issue.path.join('.')}: ${issue.message}` });
    return [];
  });
  const names = new Map<string, string>();
  const paragraphs = new Map<string, string>();
  for (const { path, lesson } of read) {
    const tell = (message: string) => problems.push({ file: path, message });
    once(names, lesson.id, path, (where) => tell(`There is a lesson “${lesson.id}” already, in ${where}`));
    for (const { field, message } of faultsOf(lesson, known)) tell(`${field}: ${message}`);
    for (const paragraph of paragraphsOf(lesson.body))
      once(paragraphs, paragraph, path, (where) => tell(`It shares a paragraph with ${where}: “${start(paragraph)}”`));
  }
  return { lessons: read.map(({ lesson }) => lesson), problems };
}

/** What is wrong with a lesson by itself, by its fields. */
export function* faultsOf(lesson: Lesson, known: KnownContent): Generator<FieldProblem> {
  if (!known.skills.has(lesson.skill)) yield { field: 'skill', message: `There is no skill “${lesson.skill}”` };
  for (const [at, id] of lesson.check.entries()) {
    const field = `check.${at}`;
    const skill = known.skillOfItem.get(id);
    if (skill === undefined) yield { field, message: `There is no question “${id}”` };
    else if (skill !== lesson.skill)
      yield { field, message: `The question “${id}” is of ${skill}, not of ${lesson.skill}` };
  }
  for (const message of faultsOfBody(lesson)) yield { field: 'body', message };
}

/** A brief closes no step: it has neither objectives nor questions that it must have. */
function* faultsOfBrief(draft: LessonDraft, { skills }: KnownContent): Generator<FieldProblem> {
  if (!skills.has(draft.skill)) yield { field: 'skill', message: `There is no skill “${draft.skill}”` };
  if (draft.title.length < SHORTEST.title)
    yield { field: 'title', message: `It has fewer than ${SHORTEST.title} characters` };
  if (draft.body.trim().length < SHORTEST.brief)
    yield { field: 'body', message: `It has fewer than ${SHORTEST.brief} characters` };
  for (const message of faultsOfBody(draft)) yield { field: 'body', message };
}

function* faultsOfBody({ body, kind }: Pick<LessonDraft, 'body' | 'kind'>): Generator<string> {
  const sections = headingsOf(body, 2);
  for (const section of SECTIONS[kind]) if (!sections.includes(section)) yield `It lacks the section “## ${section}”`;
  if (headingsOf(body, 1).length > 0) yield 'Its title stands above; headings begin at ##';
  if (/<\/?[a-z][^>]*>/i.test(withoutCode(body).replace(/`[^`]*`/g, ''))) yield 'It holds HTML outside of code';
  for (const { language } of fencesOf(body))
    if (language === '') yield 'A block of code names no language; `text` is one';
}

/** All that has to be mended before a lesson or brief in the making may be published, by its fields. */
export function findingsOn(draft: LessonDraft, known: KnownContent): FieldProblem[] {
  if (draft.kind === 'brief') return [...faultsOfBrief(draft, known)];
  const parsed = Lesson.safeParse(draft);
  if (parsed.success) return [...faultsOf(parsed.data, known)];
  return parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
}

function once(seen: Map<string, string>, key: string, where: string, twice: (before: string) => void): void {
  const before = seen.get(key);
  if (before === undefined) seen.set(key, where);
  else twice(before);
}

const start = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
