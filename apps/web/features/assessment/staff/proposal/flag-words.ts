import type { ProposalFlag, ProposedCriterion } from '@tailcamp/contracts';
import type { Translate } from '@/lib/i18n/translate';

/** Why somebody has to look. */
export function flagInWords(t: Translate, flag: ProposalFlag): string {
  switch (flag) {
    case 'addresses-grader':
      return t('proposal.addressesGrader');
    case 'unsupported':
      return t('proposal.unsupported');
    case 'quotes-dropped':
      return t('proposal.quotesDropped');
    case 'low-confidence':
      return t('proposal.lowConfidence');
    case 'incomplete':
      return t('proposal.incomplete');
  }
}

/** What rules went by. */
export function ruleInWords(t: Translate, rule: NonNullable<ProposedCriterion['rule']>): string {
  switch (rule) {
    case 'nearly-empty':
      return t('proposal.nearlyEmpty');
    case 'does-not-parse':
      return t('proposal.doesNotParse');
    case 'no-tests':
      return t('proposal.noTests');
    case 'terms':
      return t('proposal.terms');
    case 'none':
      return t('proposal.cannotTell');
  }
}
