import type { Policy } from '@tailcamp/contracts';
import { describe, expect, it } from 'vitest';
import { BUSY_COLUMN, courseSurvey, GENDER_COLUMN, toCsv } from './fixtures/course-survey.js';
import { compile, proposePolicy, readTable, report, solve, writeGroupsCsv } from './index.js';

const HOURS_WANTED = 3;

const policy = (min: number, max: number): Policy => ({
  groupSize: { min, max },
  criteria: [
    { kind: 'notAlone', column: GENDER_COLUMN, value: 'woman', hard: true },
    { kind: 'notAlone', column: GENDER_COLUMN, value: 'non-binary', hard: true },
    { kind: 'overlap', columns: `${BUSY_COLUMN} [*]`, busy: true, minBlocks: HOURS_WANTED, desired: 8, hard: true },
    { kind: 'similar', column: 'Which topics, *' },
    { kind: 'balance', column: 'Grade' },
  ],
});

/** Broken rules counted from the rows alone, with none of the engine's code. */
function brokenRules(rows: readonly (readonly string[])[], groups: Map<string, string[]>, min: number, max: number) {
  const [header = [], ...answers] = rows;
  const byEmail = new Map(answers.map((cells) => [cells[3] ?? '', cells]));
  const gender = header.indexOf(GENDER_COLUMN);
  const days = [...header.keys()].filter((c) => header[c]?.startsWith(BUSY_COLUMN));
  const labels = new Set(days.flatMap((c) => answers.flatMap((cells) => cells[c]?.split(';').filter(Boolean) ?? [])));
  const broken: string[] = [];
  for (const [name, ids] of groups) {
    const members = ids.map((id) => byEmail.get(id) ?? []);
    if (members.length < min || members.length > max) broken.push(`${name}: size ${members.length}`);
    for (const wanted of ['woman', 'nonbinary']) {
      const count = members.filter((cells) => cells[gender]?.replace('-', '').toLowerCase() === wanted).length;
      if (count === 1) broken.push(`${name}: one ${wanted}`);
    }
    let hours = 0;
    for (const c of days) {
      for (const label of labels) if (members.every((cells) => !cells[c]?.split(';').includes(label))) hours++;
    }
    if (hours < HOURS_WANTED) broken.push(`${name}: ${hours} hours`);
  }
  return broken;
}

function match(text: string, wanted: Policy, seed: number, moves = 60_000) {
  const problem = compile(wanted, readTable(text));
  const solved = report(problem, solve(problem, { seed, moves }), 0);
  return { solved, csv: writeGroupsCsv(solved, problem) };
}

const groupsOf = (csv: string) => {
  const groups = new Map<string, string[]>();
  for (const row of csv.trim().split('\n').slice(1)) {
    const [group = '', id = ''] = row.split(',');
    groups.set(group, [...(groups.get(group) ?? []), id]);
  }
  return groups;
};

describe('a course survey', () => {
  it.each([
    [3, 5],
    [4, 4],
  ])('is grouped by %i to %i with every hard rule kept, whatever the seed', (min, max) => {
    const rows = courseSurvey();
    for (const seed of [1, 2, 3, 4, 5]) {
      const { solved, csv } = match(toCsv(rows), policy(min, max), seed, 20_000);
      expect(brokenRules(rows, groupsOf(csv), min, max)).toEqual([]);
      expect(solved.hardViolations).toEqual([]);
      expect(solved.conflict).toBeUndefined();
      expect([...groupsOf(csv).values()].flat().sort()).toEqual(
        rows
          .slice(1)
          .map((cells) => cells[3])
          .sort(),
      );
    }
  });

  it('gives the same bytes for the same seed, and others for another', () => {
    const text = toCsv(courseSurvey());
    const first = match(text, policy(3, 5), 1);
    const again = match(text, policy(3, 5), 1);
    expect(again.csv).toBe(first.csv);
    expect(again.solved).toEqual(first.solved);
    expect(match(text, policy(3, 5), 2).csv).not.toBe(first.csv);
  });

  it('gives the same groups with semicolons, with tabs and with a byte order mark', () => {
    const rows = courseSurvey();
    const { csv } = match(toCsv(rows), policy(3, 5), 1);
    expect(match(toCsv(rows, ';'), policy(3, 5), 1).csv).toBe(csv);
    expect(match(toCsv(rows, '\t'), policy(3, 5), 1).csv).toBe(csv);
    expect(match(`\uFEFF${toCsv(rows)}`, policy(3, 5), 1).csv).toBe(csv);
  });

  it('gets a policy proposed whose hard rules can all be kept', () => {
    const text = toCsv(courseSurvey());
    const proposed = proposePolicy(readTable(text));
    const kinds = proposed.policy.criteria.map(({ kind, hard }) => `${kind}${hard ? '!' : ''}`);
    expect(kinds).toEqual(['apart!', 'overlap!', 'notAlone!', 'together', 'balance', 'balance', 'similar']);
    const overlap = proposed.policy.criteria.find(({ kind }) => kind === 'overlap');
    expect(overlap).toMatchObject({ busy: true, columns: `${BUSY_COLUMN} [*]` });
    expect(match(text, proposed.policy, 1).solved.hardViolations).toEqual([]);
  });
});
