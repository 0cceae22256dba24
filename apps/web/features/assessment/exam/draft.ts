import type { Answer, AskedQuestion } from '@tailcamp/contracts';

/** What a learner has put in so far: places that are picked, an order of places, or a text. */
export type Draft =
  | { kind: 'picked'; places: readonly number[] }
  | { kind: 'order'; places: readonly number[] }
  | { kind: 'text'; text: string };

/** Before anything is put in. */
export function emptyDraft(asked: AskedQuestion): Draft {
  switch (asked.kind) {
    case 'choice':
    case 'choices':
      return { kind: 'picked', places: [] };
    case 'ordering':
      return { kind: 'order', places: asked.lines.map((_, place) => place) };
    case 'program':
      return { kind: 'text', text: asked.starter };
    default:
      return { kind: 'text', text: '' };
  }
}

/** A kept draft, where it is one of this question. */
export function draftFrom(kept: unknown, asked: AskedQuestion): Draft {
  const empty = emptyDraft(asked);
  if (typeof kept !== 'object' || kept === null || !('kind' in kept) || kept.kind !== empty.kind) return empty;
  if (empty.kind === 'text')
    return 'text' in kept && typeof kept.text === 'string' ? { ...empty, text: kept.text } : empty;
  if (!('places' in kept) || !Array.isArray(kept.places)) return empty;
  const most = 'options' in asked ? asked.options.length : 'lines' in asked ? asked.lines.length : 0;
  const places = kept.places.filter((place): place is number => Number.isInteger(place) && place >= 0 && place < most);
  const whole = new Set(places).size === places.length && (empty.kind === 'picked' || places.length === most);
  return whole ? { ...empty, places } : empty;
}

/** The place picked or put back; a choice of one takes the place of the one before. */
export function picked(draft: Draft, place: number, several: boolean): Draft {
  if (draft.kind !== 'picked') return draft;
  if (!several) return { ...draft, places: [place] };
  const others = draft.places.filter((each) => each !== place);
  return { ...draft, places: others.length < draft.places.length ? others : [...others, place].sort((a, b) => a - b) };
}

/** The order with the line at one position moved to another. */
export function moved(places: readonly number[], from: number, to: number): readonly number[] {
  const line = places[from];
  if (line === undefined || to < 0 || to >= places.length) return places;
  const rest = places.filter((_, at) => at !== from);
  return [...rest.slice(0, to), line, ...rest.slice(to)];
}

/** The answer that a draft amounts to; null while it is none. A decimal comma counts as a point. */
export function answerOf(asked: AskedQuestion, draft: Draft): Answer | null {
  if (draft.kind === 'picked') {
    const [option] = draft.places;
    if (option === undefined) return null;
    return asked.kind === 'choices' ? { kind: 'choices', options: [...draft.places] } : { kind: 'choice', option };
  }
  if (draft.kind === 'order') return { kind: 'ordering', order: [...draft.places] };
  const text = draft.text.trim();
  if (text === '') return null;
  switch (asked.kind) {
    case 'number': {
      const value = Number(
        text
          .replace(/^−/, '-')
          .replace(/[\s\u00a0]/g, '')
          .replace(',', '.'),
      );
      return Number.isFinite(value) ? { kind: 'number', value } : null;
    }
    case 'program':
      return draft.text === asked.starter ? null : { kind: 'program', source: draft.text };
    case 'essay':
      return { kind: 'essay', text };
    default:
      return { kind: 'text', text };
  }
}
