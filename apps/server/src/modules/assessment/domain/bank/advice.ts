import { type Item, type ItemAdvice, RUNNABLE } from '@tailcamp/contracts';
import { questionIn } from '../content/stem.js';

/** A right option longer than the longest wrong one by so much is seen without reading. */
const TELLING = { times: 1.6, letters: 20 };
const LONG_QUESTION = 60;

/** What an author may want to look at again; nothing of it keeps a question from being asked. */
export function adviceOn(item: Item): ItemAdvice[] {
  const advice: ItemAdvice[] = [];
  const words = questionIn(item.stem).split(/\s+/).length;
  if (words > LONG_QUESTION) advice.push({ kind: 'long-question', words });
  if (item.kind === 'choice' || item.kind === 'choices') {
    const unexplained = item.options.flatMap(({ right, because }, at) => (right || because ? [] : [at]));
    if (unexplained.length > 0) advice.push({ kind: 'unexplained-options', options: unexplained });
  }
  if (item.kind === 'choice') {
    const longest = Math.max(...item.options.filter(({ right }) => !right).map(({ text }) => text.length));
    const option = item.options.findIndex(({ right }) => right);
    const length = item.options[option]?.text.length ?? 0;
    if (length > TELLING.times * longest && length > longest + TELLING.letters) {
      advice.push({ kind: 'telling-length', option });
    }
  }
  const { code } = item;
  if (code && RUNNABLE.some((language) => language === code.language) && !code.prints && !code.verify) {
    advice.push({ kind: 'unproved-code', language: code.language });
  }
  if (item.kind === 'text' && item.accept.length === 1) advice.push({ kind: 'one-spelling' });
  if (item.kind === 'number' && !Number.isInteger(item.answer) && item.tolerance === 0) {
    advice.push({ kind: 'exact-fraction' });
  }
  return advice;
}
