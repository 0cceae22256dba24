import {
  acts,
  doesAsPeople,
  isDealtWith,
  isGreeted,
  isHandedTo,
  isRelated,
  isSpokenTo,
  isThingBefore,
  isTitled,
  isWeaklyIntroduced,
  speaks,
} from './cues.js';
import { isOnlyName, type Token } from './tokens.js';

/**
 * Whether a word in small letters is a name: one of the dictionaries that is no word is; a strange word, and a name that is a
 * word, are where only somebody can stand.
 */
export function isNameInSmallLetters(text: string, tokens: readonly Token[], at: number, before: string): boolean {
  const [token, previous] = [tokens[at], tokens[at - 1]];
  if (token === undefined) return false;
  const behind = text.slice(token.end, token.end + 50);
  const clause = previous === undefined || previous.opens || /[,;.!?:\n]/.test(token.gap);
  if (token.given && isAskedAfter(before, behind)) return true;
  if (token.given && clause && (doesAsPeople(behind) || SHARE.test(behind))) return true;
  if (token.text.length < 3) return token.given && isHandedTo(before);
  if (token.thing || token.eponym || token.place) return token.given && speaks(behind);
  if (
    /(?<![\p{L}])(?:my|your|his|her|mi|tu|su|the|an?)\s$/iu.test(
      token.language === 'es' ? before.replace(/(^|\s)a\s$/, '') : before,
    )
  )
    return false;
  const further = tokens[at - 2];
  if (
    /^(?:and|y|e|or|o)$/.test(previous?.text ?? '') &&
    token.given &&
    further?.given &&
    !further.word &&
    !further.thing
  )
    return true;
  if (isTitled(before)) return !token.word || token.name;
  if (token.given && OWNS.test(behind)) return true;
  const next = tokens[at + 1];
  // "can rose and hope present?"
  if (
    token.given &&
    /^ (?:and|y|e|&) $/.test(text.slice(token.end, tokens[at + 2]?.at)) &&
    isWordAndName(tokens[at + 2])
  )
    return true;
  // "wei jie", "mark okafor".
  if ((token.given || (token.name && !token.word)) && next?.gap === ' ' && next.shape === 'lower' && isOnlyName(next))
    return true;
  if (!token.word && !token.compound && (isHandedTo(before) || (isRelated(before) && !/[:,]\s*$/.test(before))))
    return true;
  if (!token.name) {
    if (token.word || token.compound) return false;
    return (
      (speaks(behind) && (clause || previous.word)) ||
      (clause && (doesAsPeople(behind) || (/^\s/.test(behind) && isSpokenTo(behind)))) ||
      OWNS.test(behind)
    );
  }
  if (!token.word) return !isThingBefore(before, token.language);
  const towards =
    isDealtWith(before) ||
    isGreeted(before) ||
    (isRelated(before) && !/[:,]\s*$/.test(before)) ||
    isWeaklyIntroduced(before) ||
    isIntroducedStrictly(before);
  if (!token.given) return false;
  if (
    towards &&
    !/^\s\p{Ll}/u.test(
      behind.replace(
        /^\s(?:and|y|for|about|that|if|the|he|she|we|they|to|not|el|la|qué|cuándo|quién|cómo|dónde|por|que|si|[^aeiouxy]|on|at|in|en|to|when|pls|please)(?![\p{L}])/u,
        '.',
      ),
    )
  )
    return isAddressed(before);
  if (!clause) return false;
  return (
    isSpokenTo(behind) ||
    ((speaks(behind) || acts(behind, token.language)) &&
      (previous !== undefined || !/^\s(?:is|was|may|can|no|es|de|just)\b/.test(behind)))
  );
}

/** "ben - docs, ada -> login". */
const SHARE = /^\s(?:[-–—]|->|→)\s\p{L}/u;
const OWNS = /^['’]s\s\p{L}/u;
const isWordAndName = (token: Token | undefined): boolean =>
  token?.shape === 'lower' && token.given && !token.small && !token.thing;

/** "is dawn coming?", "viene alba a la retro?", "a rubí se le olvidó", "ok mateo". */
const isAskedAfter = (before: string, behind: string): boolean =>
  (/(?:^|[\n.?!,;:]\s*|\b(?:if|when|si|cuándo|why|where) )(?:is|has|did|does|can|could|was|where is|where's|how is|how's|viene|está|sabe|puede|vino|tiene|llegó|dónde está|cómo está|cuándo viene|falta) $/iu.test(
    before,
  ) &&
    /^(?:\s(?:do|make|send|help|present|review|check|bring|start|give|run|fix|push|merge|see|hear|take|know|have|need|want|like|work|use|think|come|go|get|mind|agree|own|join|coming|going|here|there|around|still|ok|okay|back|done|ready|and|or|y|present|free|in|on|with|con|al?|en|hoy|today|tomorrow|able|joining|finished|sick|late|online)(?![\p{L}])|\?)/u.test(
      behind,
    )) ||
  (/(?:^|[\s,.;!?])a $/u.test(before) && /^ (?:no )?(?:se|le) \p{L}/u.test(behind)) ||
  (/(?:^|\s)(?:ok|okay|lol|props|kudos|thanks|ta|cheers|thx|ty|hi|hey|hola|gracias|sorry|congrats|perdón|(?:ja){2,}|haha|yes|yep|sí|nah|bye|np|chao|dale) $/iu.test(
    before,
  ) &&
    /^\s*[.!?]*$/.test(behind));

const isIntroducedStrictly = (before: string): boolean => /(?:call me|goes by|me dicen)\s$/i.test(before);
const isAddressed = (before: string): boolean =>
  /(?:^|[\s,.!¡])(?:thanks|thx|ty|hi|hey|hello|hola|gracias|oye|che|ask|tell|told|asked|ping|(?:\p{L}+(?:[ae]n?|á|é|í)|d[ií])les? a|pregunta a)\s$/iu.test(
    before,
  );
