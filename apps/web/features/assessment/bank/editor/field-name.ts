import type { Translate } from '@/lib/i18n/translate';

const NAMED = [
  'stem',
  'skill',
  'options',
  'lines',
  'accept',
  'answer',
  'explanation',
  'code',
  'rubric',
  'sample',
  'difficulty',
  'discrimination',
] as const;

/** The field that an error is about, in the words of its label. */
export function fieldName(t: Translate, path: string): string {
  const [first = '', place] = path.replace(/^item\./, '').split('.');
  const known = NAMED.find((name) => name === first);
  const name = known === undefined ? first : t(`item.field.${known}`);
  return place !== undefined && /^\d+$/.test(place) ? `${name} ${Number(place) + 1}` : name;
}
