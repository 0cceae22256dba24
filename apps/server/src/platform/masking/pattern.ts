import type { Kind } from './mask.js';

/** What has a form of its own, with a check where the form alone says too little. */
export interface Pattern {
  kind: Kind;
  /** Global; where it has a group, that alone is meant. */
  form: RegExp;
  holds?(text: string): boolean;
}
