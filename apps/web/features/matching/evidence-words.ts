import type { Translate } from '@/lib/i18n/translate';
import { dayNames } from '../../ui/week/hours';
import { number, type Retelling, retell } from './retell';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `Tue 18–20` with the day as the locale has it. */
export function inDaysOf(locale: string, runs: string): string {
  const names = dayNames(locale);
  return runs.replace(/\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/g, (day) => names[DAYS.indexOf(day)] ?? day);
}

const pairsOf = (t: Translate, pairs: string) => pairs.replace(/ and /g, () => ` ${t('group.and')} `);

/** What the engine says, and how it is retold. Names and answers pass through as they are. */
const RETELLINGS: readonly Retelling[] = [
  [
    /^mean similarity (?<mean>[\d.]+) over (?<pairs>\d+) pairs?/,
    (t, { mean = '', pairs }) => t('evidence.similarity', { mean, count: number(pairs) }),
  ],
  [/; all share (?<what>.+)$/, (t, { what = '' }) => t('evidence.share', { what })],
  [/^nobody to compare with$/, (t) => t('evidence.nobodyToCompare')],
  [
    /mean (?<mean>-?[\d.]+), cohort (?<cohort>-?[\d.]+): (?<away>[\d.]+) σ away/g,
    (t, { mean = '', cohort = '', away = '' }) => t('evidence.mean', { mean, cohort, away }),
  ],
  [/no numbers in this group/g, (t) => t('evidence.noNumbers')],
  [
    /(?<count>\d+) of (?<all>\d+) "(?<value>[^"]*)"/g,
    (t, { count = '', all = '', value = '' }) => t('evidence.holders', { holders: count, all, value }),
  ],
  [
    /\((?<low>\d+)(?: or (?<high>\d+))? expected\)/g,
    (t, { low = '', high }) =>
      high === undefined ? t('evidence.expected', { low }) : t('evidence.expectedRange', { low, high }),
  ],
  [/^none of (?<all>\d+)/, (t, { all = '' }) => t('evidence.none', { all })],
  [/; at least (?<bound>\d+) wanted$/, (t, { bound = '' }) => t('evidence.atLeast', { bound })],
  [/; at most (?<bound>\d+) wanted$/, (t, { bound = '' }) => t('evidence.atMost', { bound })],
  [
    /^(?<count>\d+) common (?<unit>hour|block)s?(?:: (?<runs>.+?))?(?<zone> UTC| \(time as given\))?$/,
    (t, { count, unit, runs, zone }, locale) => {
      const common = t(unit === 'hour' ? 'evidence.hours' : 'evidence.blocks', { count: number(count) });
      const when = runs === undefined ? '' : `: ${inDaysOf(locale, runs)}`;
      return common + when + (zone?.startsWith(' (') ? ` ${t('evidence.asGiven')}` : (zone ?? ''));
    },
  ],
  [/^nobody here is tied to anyone$/, (t) => t('evidence.untied')],
  [/\btogether: (?<pairs>[^;]+)/, (t, { pairs = '' }) => t('evidence.together', { pairs: pairsOf(t, pairs) })],
  [/\bparted: (?<pairs>[^;]+)/, (t, { pairs = '' }) => t('evidence.parted', { pairs: pairsOf(t, pairs) })],
  [
    /^together against the rule: (?<pairs>.+)$/,
    (t, { pairs = '' }) => t('evidence.against', { pairs: pairsOf(t, pairs) }),
  ],
  [/^nobody here is to be kept apart from anyone$/, (t) => t('evidence.noneApart')],
  [/^all kept apart who are to be$/, (t) => t('evidence.allApart')],
  [
    /(?<some>\d+) got choice (?<rank>\d+)/g,
    (t, { some, rank = '' }) => t('evidence.choice', { count: number(some), rank }),
  ],
  [/(?<some>\d+) did not rank it/, (t, { some }) => t('evidence.unranked', { count: number(some) })],
  [
    /^(?<some>\d+) of (?<all>\d+) get a role they wish/,
    (t, { some, all = '' }) => t('evidence.roles', { count: number(some), all }),
  ],
  [/(?<has>[\d.]+) of (?<needs>[\d.]+)(?=;|$)/g, (t, { has = '', needs = '' }) => t('evidence.level', { has, needs })],
  [/^nobody here$/, (t) => t('evidence.nobody')],
];

/**
 * Evidence in the reader's language. A report's evidence is one English sentence by contract, whoever reads it; pages
 * retell it piece by piece, and a piece that they do not know stays as it is.
 */
export const evidenceInWords = (t: Translate, locale: string, evidence: string): string =>
  retell(RETELLINGS, t, locale, evidence);
