import type { HardViolation } from '@tailcamp/contracts';
import type { Translate } from '@/lib/i18n/translate';
import { fullCriterion } from './criterion-words';
import { evidenceInWords, inDaysOf } from './evidence-words';
import { number, type Retelling, retell } from './retell';

/** What was noticed in a file or in the answers. Names, answers and columns pass through as they are. */
const NOTICES: readonly Retelling[] = [
  [/^(?<count>\d+) blank rows? left out$/, (t, { count }) => t('notice.blank', { count: number(count) })],
  [
    /^column (?<at>\d+) is called "(?<now>.*)", for "(?<name>.*)" is there already$/,
    (t, { at = '', now = '', name = '' }) => t('notice.column', { at, now, name }),
  ],
  [/^row (?<row>\d+) left out: it describes the columns$/, (t, { row = '' }) => t('notice.describes', { row })],
  [/^row (?<row>\d+) left out: the header again$/, (t, { row = '' }) => t('notice.header', { row })],
  [/^row (?<row>\d+) left out: the points possible, not a student$/, (t, { row = '' }) => t('notice.points', { row })],
  [
    /^row (?<row>\d+) has no "(?<column>.*)"; the student is called "(?<name>.*)"$/,
    (t, { row = '', column = '', name = '' }) => t('notice.called', { row, column, name }),
  ],
  [
    /^row (?<row>\d+) left out: "(?<name>.*)" answered again in row (?<later>\d+)$/,
    (t, { row = '', name = '', later = '' }) => t('notice.again', { row, name, later }),
  ],
  [/"(?<piece>[^"]*)" left out: no student of that name$/, (t, { piece = '' }) => t('notice.nobodyNamed', { piece })],
  [
    /"(?<piece>[^"]*)" left out: it could be (?<names>.+)$/,
    (t, { piece = '', names = '' }) => t('notice.severalNamed', { piece, names: eitherOf(t, names) }),
  ],
  [
    /^(?<given>"[^"]*" \(\d+\)(?:, "[^"]*" \(\d+\))*) read as "(?<answer>[^"]*)" in "(?<column>.*)"$/,
    (t, { given = '', answer = '', column = '' }) => t('notice.readAs', { given, answer, column }),
  ],
  [
    /"(?<given>[^"]*)" read as (?<name>[^"]+)$/,
    (t, { given = '', name = '' }) => t('notice.readAsName', { given, name }),
  ],
  [
    /^nobody answered "(?<answer>.*)" in "(?<column>.*)"$/,
    (t, { answer = '', column = '' }) => t('notice.noAnswerIn', { answer, column }),
  ],
  [/^nobody answered "(?<column>.*)"$/, (t, { column = '' }) => t('notice.noAnswer', { column })],
  [/^nobody ranked "(?<name>.*)"$/, (t, { name = '' }) => t('notice.notRanked', { name })],
  [/^nobody has a level of "(?<name>.*)"$/, (t, { name = '' }) => t('notice.noLevel', { name })],
  [/^"(?<column>.*)" ranks no group of the policy$/, (t, { column = '' }) => t('notice.ranksNone', { column })],
  [
    /^(?<count>\d+) answers? (?:is|are) no number in "(?<column>.*)", left out$/,
    (t, { count, column = '' }) => t('notice.noNumber', { count: number(count), column }),
  ],
  [
    /^(?<count>\d+) answers? (?:is|are) no rank in "(?<column>.*)", left out$/,
    (t, { count, column = '' }) => t('notice.noRank', { count: number(count), column }),
  ],
  [
    /^(?<count>\d+) left "(?<column>.*)" blank and (?:is|are) left out of it$/,
    (t, { count, column = '' }) => t('notice.leftBlank', { count: number(count), column }),
  ],
  [
    /^(?<name>.+) gave no time zone; the most frequent one is assumed$/,
    (t, { name = '' }) => t('notice.noZone', { name }),
  ],
  [
    /^(?<name>.+) gave "(?<given>.*)", which is no time zone; the most frequent one is assumed$/,
    (t, { name = '', given = '' }) => t('notice.oddZone', { name, given }),
  ],
  [/^not every student can get a project that they ranked$/, (t) => t('notice.projects')],
  [
    /^"(?<pattern>.*)" is read as ratings, the highest being the first choice$/,
    (t, { pattern = '' }) => t('notice.ratings', { column: pattern }),
  ],
];

const eitherOf = (t: Translate, names: string) => names.replaceAll(' or ', ` ${t('notice.or')} `);

/** What was noticed, in the reader's language; in English exactly as the engine says it. */
export const noticeInWords = (t: Translate, locale: string, notice: string): string =>
  retell(NOTICES, t, locale, notice);

/** What students bring to a criterion: answers are theirs, the rest is told. */
export function broughtInWords(t: Translate, locale: string, kind: string, label: string): string {
  if (kind === 'together') return t('brings.together');
  if (kind === 'apart') return t('brings.apart');
  return kind === 'overlap' ? inDaysOf(locale, label) : label;
}

/** How a group breaks a hard rule: the rule as the policy names it, and the evidence. */
export function violationInWords(t: Translate, locale: string, { kind, column, detail }: HardViolation): string {
  const size = /^(?<members>\d+) members?, (?:exactly (?<exactly>\d+)|(?<min>\d+) to (?<max>\d+)) wanted$/.exec(
    detail,
  )?.groups;
  if (size) {
    const { members, exactly, min = '', max = '' } = size;
    const people = t('count.people', { count: number(members) });
    return exactly === undefined
      ? t('violation.sizes', { people, min, max })
      : t('violation.size', { people, size: exactly });
  }
  const named = Math.max(0, detail.indexOf(`"${column}"`));
  const ends = detail.indexOf(': ', named);
  if (ends < 0) return detail;
  return `${fullCriterion(t, { kind, column })}: ${evidenceInWords(t, locale, detail.slice(ends + 2))}`;
}
