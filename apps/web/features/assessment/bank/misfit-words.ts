import type { Misfit } from '@tailcamp/contracts';
import type { Translate } from '@/lib/i18n/translate';
import { decimal, percent, signed } from '@/ui/format';

/** What is wrong with a question, in a sentence with the figures that say so. */
export function misfitInWords(t: Translate, misfit: Misfit): string {
  switch (misfit.kind) {
    case 'reversed':
      return t('misfit.reversed', { correlation: signed(misfit.correlation) });
    case 'flat':
      return t('misfit.flat', { discrimination: decimal(misfit.discrimination) });
    case 'surprising':
      return t('misfit.surprising', { infit: decimal(misfit.infit), outfit: decimal(misfit.outfit) });
    case 'off-curve':
      return t(misfit.observed > misfit.expected ? 'misfit.aboveCurve' : 'misfit.belowCurve', {
        ability: signed(misfit.ability, 1),
        count: misfit.answers,
        observed: percent(misfit.observed),
        expected: percent(misfit.expected),
      });
  }
}
