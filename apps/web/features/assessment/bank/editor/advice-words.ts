import type { ItemAdvice } from '@tailcamp/contracts';
import type { Translate } from '@/lib/i18n/translate';
import { letterOf } from '../../exam/options';

/** What might be better about a question, in a sentence. */
export function adviceInWords(t: Translate, advice: ItemAdvice): string {
  switch (advice.kind) {
    case 'unexplained-options':
      return t('advice.unexplainedOptions', {
        count: advice.options.length,
        options: advice.options.map(letterOf).join(', '),
      });
    case 'telling-length':
      return t('advice.tellingLength', { option: letterOf(advice.option) });
    case 'unproved-code':
      return t('advice.unprovedCode');
    case 'one-spelling':
      return t('advice.oneSpelling');
    case 'exact-fraction':
      return t('advice.exactFraction');
    case 'long-question':
      return t('advice.longQuestion', { words: advice.words });
  }
}
