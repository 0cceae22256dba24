import { describe, expect, it } from 'vitest';
import { report } from '../report.js';
import { solve } from '../solve/solve.js';
import { makeTable } from '../survey/table.js';
import { compile } from './compile.js';
import { proposePolicy } from './propose.js';

const PROJECTS = ['Atlas', 'Bridge', 'Canal', 'Dune', 'Ember', 'Fjord'];
const ROLES = ['coder', 'writer', 'tester', 'planner'];

/** Students who rank some of six projects, wish roles, rate a skill and say what they are after. */
function projectSurvey(students: number, rankOf: (student: number, project: number) => string) {
  const rows = Array.from({ length: students }, (_, i) => [
    `s${i}@school.example`,
    ...PROJECTS.map((_project, p) => rankOf(i, p)),
    `${ROLES[i % 4]}; ${ROLES[(i * 3 + 1) % 4]}`,
    `${1 + (i % 4)}. I have done this ${i % 4 === 0 ? 'never' : 'before'}`,
    `I hope to build number ${i} of ${PROJECTS[i % 5]} with ${ROLES[i % 3]}s who care`,
  ]);
  const ranked = PROJECTS.map((project) => `projectPreference[${project}]`);
  return makeTable(
    ['E-mail', ...ranked, 'Which roles would you like?', 'How well do you know SQL?', 'Your goals'],
    rows,
  );
}

describe('a survey in which students ranked projects', () => {
  const places = (student: number, project: number) => (project - student + 6 * students) % 6;
  const students = 30;
  const table = projectSurvey(students, (i, p) => (places(i, p) < 4 ? String(places(i, p)) : ''));
  const { policy, notices } = proposePolicy(table);

  it('gets the projects as groups, with the ranks as a wish and as a rule that can be kept', () => {
    expect(notices).toEqual([]);
    expect(policy.groupSize).toBeUndefined();
    expect(policy.groups).toEqual(PROJECTS.map((name) => ({ name, min: 4, max: 6 })));
    expect(policy.criteria.map(({ kind, hard }) => `${kind}${hard ? '!' : ''}`)).toEqual([
      'preference!',
      'preference',
      'balance',
      'roles',
      'similar',
    ]);
    const problem = compile(policy, table);
    const { hardViolations, groups } = report(problem, solve(problem, { seed: 1, moves: 20_000 }), 0);
    expect(hardViolations).toEqual([]);
    expect(groups.map(({ name }) => name)).toEqual(PROJECTS);
  });

  it('is told when the ranks are ratings, and keeps as a rule only what can be kept', () => {
    // All rate the first two projects alone, alike, which have no place for all of them.
    const rated = proposePolicy(projectSurvey(30, (_, p) => (p < 2 ? '5' : '')));
    expect(rated.policy.criteria[0]).toEqual({ kind: 'preference', columns: 'projectPreference[*]', best: 'high' });
    expect(rated.notices).toEqual([
      '"projectPreference[*]" is read as ratings, the highest being the first choice',
      'not every student can get a project that they ranked',
    ]);
  });
});
