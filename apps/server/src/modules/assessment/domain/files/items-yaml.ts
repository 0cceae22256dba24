import type { Item } from '@tailcamp/contracts';
import { parseDocument, stringify } from 'yaml';
import { ItemReader, type ReadItems } from './read-items.js';

/** Questions as the shipped content is written. */
export function itemsYaml(items: readonly Item[]): string {
  return stringify(items, { lineWidth: 120 });
}

/** Reads a list of questions of YAML or JSON; where it is none, the one row says why. */
export function readItemsYaml(text: string, fallbackSkill: string | null): ReadItems {
  const reader = new ItemReader();
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) {
    const row = error.linePos?.[0].line ?? null;
    reader.skip({ file: null, row }, null, 'not_yaml', error.message.split('\n')[0] ?? error.message);
    return reader.result;
  }
  const value: unknown = document.toJS({ maxAliasCount: 50 });
  if (!Array.isArray(value)) {
    reader.skip({ file: null, row: 1 }, null, 'not_yaml', 'A file of questions is a list');
    return reader.result;
  }
  const lines = linesOf(document.contents, text);
  for (const [at, given] of value.entries()) reader.take({ file: null, row: lines[at] ?? null }, given, fallbackSkill);
  return reader.result;
}

/** The line that each entry of a list begins in. */
function linesOf(contents: unknown, text: string): readonly (number | null)[] {
  if (typeof contents !== 'object' || contents === null || !('items' in contents) || !Array.isArray(contents.items))
    return [];
  return contents.items.map((entry: { range?: [number, number, number] | null }) =>
    entry.range ? text.slice(0, entry.range[0]).split('\n').length : null,
  );
}
