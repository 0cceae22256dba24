import type { Import } from '@tailcamp/contracts';
import type { Translate } from '@/lib/i18n/translate';

/** What a file should have, as the report names it. */
const PARTS = {
  name: 'importPart.name',
  'e-mail': 'importPart.email',
  'free time': 'importPart.freeTime',
  gender: 'importPart.gender',
  interests: 'importPart.interests',
  'skill levels': 'importPart.levels',
} as const;
const isPart = (part: string): part is keyof typeof PARTS => Object.hasOwn(PARTS, part);

/** A part of a file that it lacks, or that changed; a column of its own keeps its name. */
export const partInWords = (t: Translate, part: string): string => (isPart(part) ? t(PARTS[part]) : part);

/** What happened to a row and why. */
export function rowInWords(t: Translate, { reason, message }: Import['rows'][number]): string {
  switch (reason?.code) {
    case undefined:
      return message;
    case 'new':
      return reason.name;
    case 'answers':
      return `${reason.name}: ${reason.columns.map((column) => partInWords(t, column)).join(', ')}`;
    case 'same_name':
      return t('importRow.sameName', { name: reason.name });
    case 'instructor':
      return t('importRow.instructor', { name: reason.name });
    case 'same_person':
      return t('importRow.samePerson', { row: reason.row });
    case 'nobody':
      return reason.email === '' ? t('importRow.nobody') : t('importRow.nobodyByEmail', { email: reason.email });
    case 'no_email':
      return t('importRow.noEmail', { email: reason.email });
    case 'named_by_email':
      return t('importRow.namedByEmail', { name: reason.name });
  }
}
