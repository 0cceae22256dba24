import { readAssessedColumn, type SurveyColumn } from '@tailcamp/contracts';
import { parseClockTime } from './clock-time.js';
import { parseRank, parseRating } from './numbers.js';
import { isList, Spellings, skillLevel, splitList } from './spelling.js';
import { emailColumn, nameColumns } from './students.js';
import type { SurveyTable } from './table.js';
import { offsetOfZone } from './time-zone.js';

const ID = /^(id|(student|member) ?(id|number|no\.?)|sis (user )?id|login( id)?|user ?name|matriculation.*|nia)$/i;
const AVOID = /\b(not|n't|avoid|never|against|apart)\b.*\b(team|group|partner|work)|\b(avoid|apart|conflict with)\b/i;
const WISH =
  /\b(like|want|wish|prefer|friends?|team ?mates?|partners?|together)\b.*\b(team|group|with|names?|work)|\bteam ?mates?\b|^together$/i;
const PEOPLE = /\b(names?|people|persons?|students?|team ?mates?|partners?|friends?|who(m)?|together|apart|avoid)\b/i;
/** "projectPreference[Atlas]", "Rank the projects [Atlas]": what is ranked stands in brackets. */
const RANKED = /(prefer|\brank|\bchoice|priorit).*\[[^\]]+\]\s*$/i;
const ZONE = /\btime ?zone\b|\butc\b|^tz$/i;
const DATE = /\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b/;
const MOST_VALUES = 50;

/** What each column seems to hold, for the policy editor and for the policy we propose. */
export function recogniseColumns(table: SurveyTable): SurveyColumn[] {
  const email = emailColumn(table);
  const names = new Set(nameColumns(table));
  return table.columns.map((name, c) => {
    const all = table.rows.map((row) => row.cells[c] ?? '');
    const cells = all.filter((cell) => cell !== '');
    const assessed = readAssessedColumn(name);
    if (assessed !== null) return { name, ...readAssessed(assessed.holds, cells), missing: all.length - cells.length };
    const recognisedAs: SurveyColumn['recognisedAs'] =
      name === email ? 'email' : names.has(name) ? 'name' : ID.test(name) ? 'id' : recogniseCells(name, cells);
    const listed = recognisedAs === 'list' || recognisedAs === 'schedule';
    const offered = listed || recognisedAs === 'category';
    return {
      name,
      recognisedAs,
      values: offered ? valuesOf(listed ? cells.flatMap(splitList) : cells) : [],
      missing: all.length - cells.length,
    };
  });
}

function readAssessed(holds: 'ability' | 'skills', cells: readonly string[]): Omit<SurveyColumn, 'name' | 'missing'> {
  if (holds === 'ability') return { recognisedAs: 'number', values: [] };
  const skills = cells.flatMap((cell) => splitList(cell).map((piece) => skillLevel(piece).skill));
  return { recognisedAs: 'levels', values: [...new Set(skills)] };
}

function valuesOf(answers: readonly string[]): string[] {
  const spellings = new Spellings();
  for (const answer of answers) spellings.add(answer);
  return spellings
    .keys()
    .slice(0, MOST_VALUES)
    .map((key) => spellings.shown(key));
}

function recogniseCells(name: string, cells: readonly string[]): SurveyColumn['recognisedAs'] {
  const share = (test: (cell: string) => boolean) => cells.filter(test).length / Math.max(1, cells.length);
  if (ZONE.test(name) && share((cell) => offsetOfZone(cell) !== null) > 0.5) return 'timeZone';
  if (share((cell) => DATE.test(cell)) > 0.8) return 'text';
  const pieces = cells.flatMap(splitList);
  const times = pieces.filter((piece) => parseClockTime(piece) !== null).length;
  if (pieces.length > 0 && times >= pieces.length * 0.8) return 'schedule';
  if (PEOPLE.test(name) && AVOID.test(name)) return 'avoid';
  if (PEOPLE.test(name) && WISH.test(name)) return 'wish';
  if (RANKED.test(name) && cells.length > 0 && share((cell) => parseRank(cell) !== null) >= 0.8) return 'rank';
  if (cells.length > 0 && share((cell) => parseRating(cell) !== null) >= 0.8) return 'number';
  if (isList(cells)) return 'list';
  const answers = new Set(cells).size;
  return answers > 1 && answers * 2 <= cells.length && answers <= MOST_VALUES ? 'category' : 'text';
}
