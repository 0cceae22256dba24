'use client';
import { type Criterion, readAssessedColumn, type SurveyColumn } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { Select } from '@/ui/field';
import { NumberInput } from '@/ui/number-input';
import { columnInWords, columnsOf } from './criterion-words';
import { without } from './without';

/** Of five, where a survey asks; of 1, where it is how likely the skill is mastered. */
const USUAL_LEVEL = 3;
const USUAL_MASTERY = 0.8;

/** Skills with the level that is needed of each, chosen from columns of levels and of numbers. */
export function usualLevels(
  columns: readonly SurveyColumn[],
  names: readonly string[],
  skills: readonly string[],
): Record<string, number> {
  const numbers = names.filter((name) => columns.some((each) => each.name === name && each.recognisedAs === 'number'));
  return Object.fromEntries([
    ...numbers.map((name) => [name, USUAL_LEVEL] as const),
    ...skills.map((skill) => [skill, USUAL_MASTERY] as const),
  ]);
}

/** A skill with the column that tells of it. */
interface Offer {
  skill: string;
  column: string;
  measured: boolean;
}

/** An ability is no skill that somebody has at a level. */
export const tellsOfSkills = ({ name, recognisedAs }: SurveyColumn): boolean =>
  recognisedAs === 'levels' || (recognisedAs === 'number' && readAssessedColumn(name) === null);

/** Every skill that the columns tell of: a column of numbers is one, one of levels holds several. */
const offersOf = (columns: readonly SurveyColumn[]): Offer[] =>
  columns
    .filter(tellsOfSkills)
    .flatMap(({ name: column, recognisedAs, values }): Offer[] =>
      recognisedAs === 'levels'
        ? values.map((skill) => ({ skill, column, measured: true }))
        : [{ skill: column, column, measured: false }],
    );

interface SkillLevelsProps {
  criterion: Extract<Criterion, { kind: 'cover' }>;
  columns: readonly SurveyColumn[];
  onChange: (criterion: Criterion) => void;
}

/** The level needed of each skill. A level taken away takes the skill away, but for the last. */
export function SkillLevels({ criterion, columns, onChange }: SkillLevelsProps) {
  const t = useT();
  const names = columnsOf(criterion);
  const skills = Object.entries(criterion.required);
  const offers = offersOf(columns);
  const left = offers.filter(({ skill }) => !(skill in criterion.required));
  const isMeasured = (skill: string) => offers.some((offer) => offer.skill === skill && offer.measured);
  const tellsOf = (name: string, required: Record<string, number>) =>
    offers.some(({ skill, column }) => column === name && skill in required);
  /** A column that tells of nothing required any more goes too, but for the last. */
  const drop = (skill: string) => {
    const required = Object.fromEntries(skills.filter(([name]) => name !== skill));
    const told = names.filter((name) => !offers.some(({ column }) => column === name) || tellsOf(name, required));
    onChange({ ...without(criterion, 'column'), columns: told.length > 0 ? told : names, required });
  };
  const add = ({ skill, column, measured }: Offer) =>
    onChange({
      ...without(criterion, 'column'),
      columns: names.includes(column) ? names : [...names, column],
      required: { ...criterion.required, [skill]: measured ? USUAL_MASTERY : USUAL_LEVEL },
    });
  return (
    <>
      {skills.map(([skill, level]) => (
        <NumberInput
          key={skill}
          label={columnInWords(t, skill)}
          value={level}
          {...(isMeasured(skill) ? { min: 0.05, max: 1, step: 0.05 } : { min: 0.5, max: 1000, step: 0.5 })}
          onChange={(next) => {
            if (next !== undefined) onChange({ ...criterion, required: { ...criterion.required, [skill]: next } });
            else if (skills.length > 1) drop(skill);
          }}
        />
      ))}
      {left.length > 0 && !names.some((name) => name.includes('*')) && (
        <Select
          label={t('policy.addSkill')}
          value=""
          onChange={(event) => {
            const offer = left[Number(event.target.value)];
            if (offer !== undefined) add(offer);
          }}
        >
          <option value="">—</option>
          {left.map(({ skill, column }, at) => (
            <option key={`${column} ${skill}`} value={at}>
              {columnInWords(t, skill)}
            </option>
          ))}
        </Select>
      )}
    </>
  );
}
