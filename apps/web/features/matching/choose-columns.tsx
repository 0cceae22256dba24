'use client';
import type { SurveyColumn } from '@tailcamp/contracts';
import { useState } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Check, Input, Select } from '@/ui/field';
import { assessedInWords } from './criterion-words';
import { usualLevels } from './skill-levels';

/** From this many on, a list is easier searched than read. */
const SEARCHED_FROM = 12;

interface ChooseColumnsProps {
  several: boolean;
  columns: readonly SurveyColumn[];
  onBack: () => void;
  /** With what is needed of each skill, where skills are asked for. */
  onChoose: (columns: readonly string[], required: Record<string, number>) => void;
}

/** One thing to choose: a column, or a skill of a column that tells of many. */
interface Choice {
  column: string;
  skill: string | null;
  name: string;
  /** Of whom it tells nothing, or what a skill belongs to. */
  note: string | null;
}

/** Which answers a criterion is about: of the survey and profiles first, then of what was measured. */
export function ChooseColumns({ several, columns, onBack, onChoose }: ChooseColumnsProps) {
  const t = useT();
  const choices = columns.flatMap(({ name: column, recognisedAs, values, missing }): Choice[] => {
    const measured = assessedInWords(t, column);
    const lack = missing === 0 ? null : t(measured ? 'policy.unmeasured' : 'policy.missing', { count: missing });
    if (recognisedAs !== 'levels') return [{ column, skill: null, name: measured ?? column, note: lack }];
    return values.map((skill) => ({ column, skill, name: skill, note: measured ?? column }));
  });
  const [chosen, setChosen] = useState<readonly Choice[]>(choices.slice(0, 1).filter(({ skill }) => skill === null));
  const isChosen = (choice: Choice) =>
    chosen.some(({ column, skill }) => column === choice.column && skill === choice.skill);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length === 0) return;
        const names = [...new Set(chosen.map(({ column }) => column))];
        onChoose(
          names,
          usualLevels(
            columns,
            names,
            chosen.flatMap(({ skill }) => skill ?? []),
          ),
        );
      }}
    >
      {several ? (
        <ChooseSeveral
          choices={choices}
          isChosen={isChosen}
          onToggle={(choice) =>
            setChosen(
              isChosen(choice)
                ? chosen.filter(({ column, skill }) => column !== choice.column || skill !== choice.skill)
                : [...chosen, choice],
            )
          }
        />
      ) : (
        <Select
          label={t('policy.column')}
          value={chosen[0]?.column ?? ''}
          onChange={(event) => setChosen(choices.filter(({ column }) => column === event.target.value))}
          hint={chosen[0]?.note ?? undefined}
        >
          {choices.map(({ column, name }) => (
            <option key={column} value={column}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <div className="dialog-do">
        <Button onClick={onBack}>{t('nav.back')}</Button>
        <Button tone="primary" type="submit" disabled={chosen.length === 0}>
          {t('policy.add')}
        </Button>
      </div>
    </form>
  );
}

/** What is chosen stays in sight, whatever is searched for. */
function ChooseSeveral(props: {
  choices: readonly Choice[];
  isChosen: (choice: Choice) => boolean;
  onToggle: (choice: Choice) => void;
}) {
  const { choices, isChosen, onToggle } = props;
  const t = useT();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const shown = choices.filter(
    (choice) => isChosen(choice) || `${choice.name} ${choice.note}`.toLocaleLowerCase().includes(wanted),
  );
  return (
    <>
      {choices.length >= SEARCHED_FROM && (
        <Input
          type="search"
          label={t('policy.findColumn')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      <fieldset className="answers">
        <legend className="label">{t('policy.columns')}</legend>
        {shown.map((choice) => (
          <Check key={`${choice.column} ${choice.skill}`} checked={isChosen(choice)} onChange={() => onToggle(choice)}>
            <span>
              {choice.name}
              {choice.note && <span className="small muted"> · {choice.note}</span>}
            </span>
          </Check>
        ))}
      </fieldset>
    </>
  );
}
