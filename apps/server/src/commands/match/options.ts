import { parseArgs } from 'node:util';
import { UsageError } from '../command.js';

export const USAGE = `Usage: tailcamp match SURVEY.csv [OPTIONS]
       tailcamp match --mdgp INSTANCE.txt [--out FILE] [--report FILE] [--json] [--seed N] [--moves M | --seconds S]

  --policy FILE    what makes a good group (JSON); without it one is proposed and printed
  --out FILE       write group,id,name here rather than to stdout
  --report FILE    write the report (JSON) here
  --json           print the report, and nothing else, to stdout
  --seed N         0 to 4294967295, 1 unless told; the same seed gives the same groups
  --moves M        exchanges to look at, rather than the default schedule
  --seconds S      CPU seconds that each worker may spend, rather than a number of moves
  --workers N      threads that share the blocks of a large cohort, 1 unless told; the groups are the same
  --groups FILE    start from these groups (group,id)
  --score-only     with --groups: score them as they are
  --mdgp FILE      maximally diverse grouping instead: n m ss|ds, bounds, then rows of i j distance; writes element,group
`;

export interface MatchOptions {
  readonly survey: string;
  readonly policy: string | null;
  readonly out: string | null;
  readonly report: string | null;
  readonly json: boolean;
  readonly seed: number;
  readonly moves: number | null;
  readonly seconds: number | null;
  readonly workers: number;
  readonly groups: string | null;
  readonly scoreOnly: boolean;
}

/** A maximally diverse grouping instead of a survey. */
export type MdgpOptions = Pick<MatchOptions, 'out' | 'report' | 'json' | 'seed' | 'moves' | 'seconds'> & {
  readonly mdgp: string;
};

/** @throws {UsageError} */
export function parseMatchOptions(args: readonly string[]): MatchOptions | MdgpOptions {
  const { values, positionals } = parse(args);
  const { mdgp, policy, groups, ...rest } = values;
  if (mdgp !== undefined) {
    if (positionals.length > 0 || policy !== undefined || groups !== undefined || values['score-only'] === true) {
      throw new UsageError('--mdgp goes without a survey, --policy, --groups and --score-only');
    }
    const { out, report, json, seed, moves, seconds } = parseSurveyOptions(rest, ['']);
    return { mdgp, out, report, json, seed, moves, seconds };
  }
  return parseSurveyOptions(values, positionals);
}

function parseSurveyOptions(values: ReturnType<typeof parse>['values'], positionals: readonly string[]): MatchOptions {
  const [survey, ...more] = positionals;
  if (survey === undefined) throw new UsageError('name a survey file');
  if (more.length > 0) throw new UsageError(`one survey file only, not also "${more.join('", "')}"`);
  const number = (flag: 'seed' | 'moves' | 'seconds' | 'workers', least: number, most: number, whole: boolean) => {
    const text = values[flag];
    if (text === undefined) return null;
    const value = Number(text);
    if (text.trim() === '' || !(value >= least && value <= most) || (whole && !Number.isInteger(value))) {
      throw new UsageError(`--${flag} takes a ${whole ? 'whole ' : ''}number from ${least} to ${most}, not "${text}"`);
    }
    return value;
  };
  const options: MatchOptions = {
    survey,
    policy: values.policy ?? null,
    out: values.out ?? null,
    report: values.report ?? null,
    json: values.json ?? false,
    seed: number('seed', 0, 4_294_967_295, true) ?? 1,
    moves: number('moves', 1, Number.MAX_SAFE_INTEGER, true),
    seconds: number('seconds', 0.001, 86_400, false),
    workers: number('workers', 1, 64, true) ?? 1,
    groups: values.groups ?? null,
    scoreOnly: values['score-only'] ?? false,
  };
  if (options.moves !== null && options.seconds !== null) throw new UsageError('give either --moves or --seconds');
  if (options.scoreOnly && options.groups === null) throw new UsageError('--score-only needs --groups');
  return options;
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        policy: text,
        out: text,
        report: text,
        json: flag,
        seed: text,
        moves: text,
        seconds: text,
        workers: text,
        groups: text,
        'score-only': flag,
        mdgp: text,
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
