import type { Translate } from '@/lib/i18n/translate';
import type { GivenItem } from './draft';

/**
 * What the server refuses of a question, by the path within it. What is simply not written yet is said in our own words:
 * a schema's are about lengths and patterns.
 */
export function errorsOf(t: Translate, item: GivenItem, refused: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(refused).map(([field, message]) => {
      const path = field.replace(/^item\./, '');
      const isEmpty = valueAt(item, path) === '';
      return [path, isEmpty ? t(path === 'skill' ? 'item.chooseSkill' : 'item.empty') : message];
    }),
  );
}

function valueAt(item: object, path: string): unknown {
  let value: unknown = item;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = new Map<string, unknown>(Object.entries(value)).get(step);
  }
  return typeof value === 'string' ? value.trim() : value;
}
