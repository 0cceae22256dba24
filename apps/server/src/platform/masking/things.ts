import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { folded, THINGS } from './lists.js';
import { isName } from './people.js';

let terms: ReadonlySet<string> | undefined;

/** Whether courses speak of something by this word, folded: a tool, a make, a word of code. A term that somebody is called by is none. */
export function isThing(word: string): boolean {
  terms ??= new Set(termsOfSoftware().filter((term) => !isName(term)));
  return THINGS.has(word) || terms.has(word);
}

/** CSpell's terms, one a line. */
function termsOfSoftware(): readonly string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@cspell/dict-software-terms/cspell-ext.json'));
  const texts = [
    gunzipSync(readFileSync(join(folder, 'dict/softwareTerms.txt.gz'))).toString(),
    ...['software-tools', 'networkingTerms', 'webServices', 'computing-acronyms', 'coding-compound-terms'].map((file) =>
      readFileSync(join(folder, `dict/${file}.txt`), 'utf8'),
    ),
  ];
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => /^\p{L}{3,}$/u.test(line))
    .map(folded);
}
