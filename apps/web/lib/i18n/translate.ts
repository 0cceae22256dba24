import type en from '../../messages/en/index';

type Catalogue = typeof en;
export type Messages = Record<keyof Catalogue, string>;

/** A key without the plural form it ends in: `students_one` and `students_other` are asked for as `students`. */
type Plain<K> = K extends `${infer Stem}_${'one' | 'other'}` ? Stem : K;
export type MessageKey = Plain<keyof Catalogue>;

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Texts<K extends MessageKey> = Catalogue[Extract<keyof Catalogue, K | `${K}_one` | `${K}_other`>];
type Plural<K extends MessageKey> = `${K}_other` extends keyof Catalogue ? 'count' : never;
type Needed<K extends MessageKey> = Names<Texts<K>> | Plural<K>;
type Values<K extends MessageKey> = { [N in Needed<K>]: N extends 'count' ? number : string | number };
type Rest<K extends MessageKey> = [Needed<K>] extends [never] ? [] : [values: Values<K>];

export type Translate = <K extends MessageKey>(key: K, ...rest: Rest<K>) => string;

/**
 * Fills messages of one locale. `{name}` takes a value, numbers in the locale's digits; where a message has plural
 * forms, `count` chooses one by the locale's rules (CLDR, by `Intl.PluralRules`).
 */
export function translator(locale: string, messages: Messages): Translate {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const texts: Record<string, string | undefined> = messages;
  return (key, ...rest) => {
    const values: Record<string, string | number> = rest[0] ?? {};
    const count = values.count;
    const form = typeof count === 'number' ? texts[`${key}_${plurals.select(count)}`] : undefined;
    const text = form ?? texts[`${key}_other`] ?? texts[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}
