import type { AcceptedRule, Rung, TicketReason, TicketState } from '@tailcamp/contracts';
import type { Translate } from '@/lib/i18n/translate';
import { score } from '../../ui/format';
import { fullCriterion } from '../matching/criterion-words';

/** A hard rule as somebody accepts it: `At least 2 hours free in common`. */
export function ruleInWords(t: Translate, rule: AcceptedRule): string {
  const name = fullCriterion(t, rule);
  if (rule.dropped) return t('queue.rule.dropped', { rule: name });
  if (rule.accepted === null) return name;
  if (rule.kind === 'overlap') return t('queue.rule.overlap', { count: rule.accepted });
  if (rule.kind === 'balance') return t('queue.rule.tolerance', { rule: name, bound: rule.accepted });
  return t('queue.rule.atLeast', { rule: name, bound: score(rule.accepted) });
}

export const sizeInWords = (t: Translate, { min, max }: Rung['size']): string =>
  min === max ? t('queue.rule.sizeExact', { min }) : t('queue.rule.size', { min, max });

export interface RungLine {
  text: string;
  /** Wider than on the rung before. */
  wider: boolean;
}

/** What one accepts on a rung: the size, then every rule; what is dropped is said once, where it is. */
export function linesOf(t: Translate, rungs: readonly Rung[], at: number): RungLine[] {
  const [rung, before] = [rungs[at], rungs[at - 1]];
  if (!rung) return [];
  const sizeWider = before !== undefined && JSON.stringify(before.size) !== JSON.stringify(rung.size);
  const rules = rung.rules.flatMap((rule, index): RungLine[] => {
    const was = before?.rules[index];
    const wider = was !== undefined && (was.accepted !== rule.accepted || was.dropped !== rule.dropped);
    return rule.dropped && !wider ? [] : [{ text: ruleInWords(t, rule), wider }];
  });
  return [{ text: sizeInWords(t, rung.size), wider: sizeWider }, ...rules];
}

/** How a ticket ended, for staff: the reason where there is one. */
export const endInWords = (t: Translate, state: TicketState, reason: TicketReason | null): string =>
  reason !== null ? t(`queueEnd.${reason}`) : state === 'grouped' ? t('queueEnd.grouped') : t('queueEnd.left');

/** The same for the student whose ticket it was. */
export function myEndInWords(t: Translate, state: TicketState, reason: TicketReason | null): string {
  if (reason !== null && reason !== 'left_camp') return t(`myEnd.${reason}`);
  return state === 'left' ? t('myEnd.left') : t('myEnd.other');
}
