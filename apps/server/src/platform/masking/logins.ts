import { folded, PLACES } from './lists.js';
import { isGivenName, isName } from './people.js';
import { isThing } from './things.js';
import { isWordOf } from './words.js';

/**
 * Whether an account is called so after a person, by the shape alone: jpark, mgomez2, r.delacroix, ana_lopez, tariq92. Written in
 * small letters, and told from what code is made of by a part that is a name and no word.
 */
export function isLogin(text: string): boolean {
  const parts = folded(text).split(/[._]/);
  const [first = '', second] = parts;
  if (second === undefined) return isOneWord(first);
  if (parts.some((part) => isThing(part) || COMMON_PARTS.test(part))) return false;
  // r.delacroix
  if (first.length === 1 && parts.length === 2) return second.length > 3 && isNoWord(second.replace(/\d+$/, ''));
  // caro_mtz
  if (isGivenName(first) && second.length > 2 && isNoWord(second) && parts.length === 2)
    return text.includes('_') || isOnlyName(first);
  const named = parts.filter((part) => isOnlyName(part.replace(/\d+$/, '')));
  return named.length > 0 && parts.every((part) => part.length <= 4 || named.includes(part) || isName(part));
}

function isOneWord(text: string): boolean {
  const [, letters = '', digits = ''] = /^(\p{L}+)(\d{0,4})$/u.exec(text) ?? [];
  if (letters.length < 3 || !isNoWord(letters) || isThing(letters) || PLACES.has(letters)) return false;
  if (digits !== '' && isName(letters) && letters !== 'sha') return true;
  return !isName(letters) && (isOfTwo(letters) || (digits !== '' && letters.length === 4 && isName(letters.slice(1))));
}

/** jpark, fvandijk, tanakak, anasilva. */
function isOfTwo(letters: string): boolean {
  if (letters.length < 5) return false;
  const [surname, particle] = [
    letters.slice(1),
    /^.(?:van|von|de|del|dela|di|da|al|el|mc|mac|o)(?=.{4})/.exec(letters),
  ];
  if (isName(surname) && !/^[aeiou]/.test(surname)) return true;
  if (particle !== null && isName(letters.slice(particle[0].length))) return true;
  if (isOnlyName(letters.slice(0, -1)) && letters.length > 5 && !/[aeosny]$/.test(letters)) return true;
  for (let cut = 3; cut <= letters.length - 4; cut += 1) {
    const [one, other] = [letters.slice(0, cut), letters.slice(cut)];
    if (isGivenName(one) && isName(other) && (isNoWord(one) || isNoWord(other))) return true;
  }
  return false;
}

const isNoWord = (part: string): boolean => !isWordOf('en', part) && !isWordOf('es', part);
const isOnlyName = (part: string): boolean => part.length > 2 && isName(part) && isNoWord(part);
/** What names in code are made of, and endings of files. */
const COMMON_PARTS =
  /^(?:id|ids|str|num|int|len|src|tmp|config|utils?|args|params|func|init|impl|attr|elem|json|yaml|html|com|org|net|[cm]?jsx?|tsx?|py|md|txt|csv|png|jpe?g|svg|pdf|xml|sql|sh|rs|go|java|rb|php|css|ipynb|toml|lock|log|env|io|dev|app)$/;
