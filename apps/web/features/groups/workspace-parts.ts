import type { Group } from '@tailcamp/contracts';
import type { Translate } from '@/lib/i18n/translate';

/** The pages of a group, in the order of its tabs. */
export const partsOf = (t: Translate, { id }: Pick<Group, 'id'>): { href: string; label: string }[] => [
  { href: `/groups/${id}`, label: t('group.part') },
];
