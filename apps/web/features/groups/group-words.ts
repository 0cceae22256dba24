import type { Translate } from '@/lib/i18n/translate';

/** What stands under a group's name: its number, or where the name is the number already, how many it has. */
export function groupInWords(t: Translate, group: { name: string; number: number }, members: number): string {
  const numbered = new RegExp(`\\b0*${group.number}$`).test(group.name);
  return numbered ? t('count.people', { count: members }) : t('group.number', { number: group.number });
}
