import type { ItemDraft } from './draft';

/** What the fields of a question are given. */
export interface FieldsProps {
  draft: ItemDraft;
  set: (change: Partial<ItemDraft>) => void;
  /** What the server refuses, by the path within the question. */
  errors: Readonly<Record<string, string>>;
}
