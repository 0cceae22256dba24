import type { CodeLanguage, Item } from '@tailcamp/contracts';
import type { Input } from '@/lib/api/names';

/** What is sent of a question. */
export type GivenItem = Input<'itemBank.create'>['item'];
type Kind = Item['kind'];

/** A row of a list has a key of its own, so that it keeps its field's focus when it moves. */
interface Row {
  key: string;
}
export interface OptionRow extends Row {
  text: string;
  note: string;
  right: boolean;
  because: string;
}
export interface TextRow extends Row {
  text: string;
}
export interface LevelRow extends Row {
  points: number;
  text: string;
}
export interface CriterionRow extends Row {
  criterion: string;
  levels: readonly LevelRow[];
}
export interface CodeDraft {
  language: CodeLanguage;
  file: string;
  source: string;
  setup: string;
  prints: string;
  verify: string;
}

/**
 * A question while it is written: the fields of every kind side by side, so that another kind can be tried without
 * losing what was written for the one before.
 */
export interface ItemDraft {
  kind: Kind;
  id: string;
  skill: string;
  stem: string;
  code: CodeDraft | null;
  difficulty: number;
  discrimination: number;
  /** Undefined: as the number of options makes it. */
  guessing: number | undefined;
  explanation: string;
  options: readonly OptionRow[];
  lines: readonly TextRow[];
  accept: readonly TextRow[];
  caseMatters: boolean;
  answer: number | undefined;
  tolerance: number;
  unit: string;
  rubric: readonly CriterionRow[];
  sample: string;
  language: CodeLanguage;
  starter: string;
}

let made = 0;
/** A key that no other row of this page has. */
const newKey = (): string => {
  made += 1;
  return `r${made}`;
};
export const newOption = (): OptionRow => ({ key: newKey(), text: '', note: '', right: false, because: '' });
export const newText = (text = ''): TextRow => ({ key: newKey(), text });
export const newLevel = (points = 0, text = ''): LevelRow => ({ key: newKey(), points, text });
export const newCriterion = (): CriterionRow => ({
  key: newKey(),
  criterion: '',
  levels: [newLevel(0), newLevel(1)],
});
export const newCode = (): CodeDraft => ({
  language: 'javascript',
  file: '',
  source: '',
  setup: '',
  prints: '',
  verify: '',
});

/** Before anything is written. */
export const emptyDraft = (skill: string): ItemDraft => ({
  kind: 'choice',
  id: '',
  skill,
  stem: '',
  code: null,
  difficulty: 0,
  discrimination: 1,
  guessing: undefined,
  explanation: '',
  options: [{ ...newOption(), right: true }, newOption(), newOption(), newOption()],
  lines: [newText(), newText(), newText()],
  accept: [newText()],
  caseMatters: false,
  answer: undefined,
  tolerance: 0,
  unit: '',
  rubric: [newCriterion()],
  sample: '',
  language: 'javascript',
  starter: '',
});

/** A saved question as it is edited. */
export function draftOf(item: Item): ItemDraft {
  const { kind, id, skill, stem, code, difficulty, discrimination, guessing, explanation } = item;
  const draft: ItemDraft = {
    ...emptyDraft(skill),
    ...{ kind, id, stem, difficulty, discrimination, guessing, explanation },
    code: code === undefined ? null : codeOf(code),
  };
  switch (item.kind) {
    case 'choice':
    case 'choices': {
      const options = item.options.map(({ text, note = '', right = false, because = '' }) => ({
        ...{ key: newKey(), text, note, right, because },
      }));
      return { ...draft, options };
    }
    case 'ordering':
      return { ...draft, lines: item.lines.map(newText) };
    case 'text':
      return { ...draft, accept: item.accept.map(newText), caseMatters: item.caseMatters };
    case 'number':
      return { ...draft, answer: item.answer, tolerance: item.tolerance, unit: item.unit ?? '' };
    case 'essay':
      return { ...draft, rubric: rowsOf(item.rubric), sample: item.sample };
    case 'program': {
      const { language, starter, sample } = item;
      return { ...draft, rubric: rowsOf(item.rubric), language, starter, sample };
    }
  }
}

const codeOf = ({ language, source, file = '', setup = '', prints = '', verify = '' }: NonNullable<Item['code']>) => ({
  ...{ language, source, file, setup, prints, verify },
});

const rowsOf = (rubric: Extract<Item, { kind: 'essay' }>['rubric']): CriterionRow[] =>
  rubric.map(({ criterion, levels }) => ({
    key: newKey(),
    criterion,
    levels: levels.map(({ points, text }) => newLevel(points, text)),
  }));

/** What is written of the kind that is chosen; what is left empty is left out. */
export function itemOf(draft: ItemDraft): GivenItem {
  const { id, skill, stem, difficulty, discrimination, explanation, guessing } = draft;
  const common = {
    ...{ id, skill, stem, difficulty, discrimination, explanation },
    ...(guessing === undefined ? {} : { guessing }),
    ...(draft.code === null ? {} : { code: filled(draft.code) }),
  };
  const { kind } = draft;
  switch (kind) {
    case 'choice':
    case 'choices': {
      const options = draft.options.map(({ text, note, right, because }) => ({
        text,
        ...(note.trim() && { note }),
        ...(right ? { right: true as const } : because.trim() && { because }),
      }));
      return { kind, ...common, options };
    }
    case 'ordering':
      return { kind, ...common, lines: draft.lines.map(({ text }) => text) };
    case 'text':
      return { kind, ...common, accept: draft.accept.map(({ text }) => text), caseMatters: draft.caseMatters };
    case 'number': {
      const { answer = Number.NaN, tolerance, unit } = draft;
      return { kind, ...common, answer, tolerance, ...(unit.trim() && { unit }) };
    }
    case 'essay':
      return { kind, ...common, rubric: rubricOf(draft), sample: draft.sample };
    case 'program': {
      const { language, starter, sample } = draft;
      return { kind, ...common, language, starter, rubric: rubricOf(draft), sample };
    }
  }
}

const rubricOf = ({ rubric }: ItemDraft) =>
  rubric.map(({ criterion, levels }) => ({
    criterion,
    levels: levels.map(({ points, text }) => ({ points, text })),
  }));

function filled({ language, source, ...rest }: CodeDraft) {
  const written = Object.fromEntries(Object.entries(rest).filter(([, text]) => text.trim() !== ''));
  return { language, source, ...written };
}

/** Whether two drafts would be saved as the same question. */
export const isSame = (one: ItemDraft, other: ItemDraft): boolean =>
  JSON.stringify(itemOf(one)) === JSON.stringify(itemOf(other));

/** The fields in which two questions differ, by their names in the file. */
export function differing(one: Item, other: Item): string[] {
  const [before, after] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (field) => JSON.stringify(before.get(field)) !== JSON.stringify(after.get(field)),
  );
}

/** A draft that this browser kept, where it can be one. */
export function draftFrom(kept: unknown): ItemDraft | null {
  const isDraft =
    typeof kept === 'object' &&
    kept !== null &&
    'kind' in kept &&
    'options' in kept &&
    'rubric' in kept &&
    'stem' in kept;
  if (!isDraft) return null;
  const draft = { ...emptyDraft(''), ...kept } as ItemDraft;
  try {
    itemOf(draft);
  } catch {
    return null;
  }
  const anew = <R extends Row>(rows: readonly R[]) => rows.map((row) => ({ ...row, key: newKey() }));
  return {
    ...draft,
    options: anew(draft.options),
    lines: anew(draft.lines),
    accept: anew(draft.accept),
    rubric: anew(draft.rubric).map((row) => ({ ...row, levels: anew(row.levels) })),
  };
}
