'use client';
import type { Criterion, SurveyColumn } from '@tailcamp/contracts';
import { useState } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Check, Select } from '@/ui/field';
import { KINDS } from './criterion-words';
import { rankedIn } from './policy-groups';

type Kind = Criterion['kind'];
type Recognised = SurveyColumn['recognisedAs'];

/** The kinds of answers that each kind of criterion can be asked of. */
const FITS: Record<Kind, readonly Recognised[]> = {
  overlap: ['schedule'],
  similar: ['list', 'category', 'text', 'number'],
  diverse: ['list', 'category', 'text', 'number'],
  cover: ['number'],
  balance: ['number'],
  spread: ['category', 'list'],
  gather: ['category', 'timeZone'],
  notAlone: ['category', 'list'],
  atLeast: ['category', 'list'],
  atMost: ['category', 'list'],
  together: ['wish'],
  apart: ['avoid'],
  preference: ['rank'],
  roles: ['list', 'category'],
};
/** Those that make one thing of several answers, such as a vector of skills. */
const OF_SEVERAL: readonly Kind[] = ['similar', 'diverse', 'balance', 'cover'];

interface AddCriterionProps {
  open: boolean;
  columns: readonly SurveyColumn[];
  onClose: () => void;
  onAdd: (criterion: Criterion) => void;
}

/** First what kind, then of which answers; only kinds that some answer fits are offered. */
export function AddCriterion({ open, columns, onClose, onAdd }: AddCriterionProps) {
  const t = useT();
  const [kind, setKind] = useState<Kind | null>(null);
  const fitting = (each: Kind) => columns.filter(({ recognisedAs }) => FITS[each].includes(recognisedAs));
  const close = () => {
    setKind(null);
    onClose();
  };
  const add = (chosen: Criterion) => {
    setKind(null);
    onAdd(chosen);
  };
  /** All columns of hours or of ranks belong together, so that there is nothing to choose. */
  const choose = (each: Kind) => {
    const names = fitting(each).map(({ name }) => name);
    if (each === 'overlap') add({ kind: 'overlap', columns: names, minBlocks: 1 });
    else if (each === 'preference') add({ kind: 'preference', columns: rankedIn(columns)?.pattern ?? names });
    else setKind(each);
  };
  return (
    <Dialog open={open} onClose={close} title={kind ? t(`kindName.${kind}`) : t('policy.addTitle')}>
      {kind ? (
        <ChooseColumns
          several={OF_SEVERAL.includes(kind)}
          columns={fitting(kind)}
          onBack={() => setKind(null)}
          onChoose={(chosen) => add(fresh(kind, chosen))}
        />
      ) : (
        <div className="kinds">
          {KINDS.filter((each) => fitting(each).length > 0).map((each) => (
            <button key={each} type="button" onClick={() => choose(each)}>
              <b>{t(`kindName.${each}`)}</b>
              <span className="small muted">{t(`kindSay.${each}`)}</span>
            </button>
          ))}
        </div>
      )}
    </Dialog>
  );
}

const USUAL_LEVEL = 3;

function fresh(kind: Kind, names: readonly string[]): Criterion {
  const [only = ''] = names;
  const about = names.length === 1 ? { column: only } : { columns: [...names] };
  if (kind === 'atLeast' || kind === 'atMost') return { kind, ...about, bound: 1 };
  if (kind === 'cover')
    return { kind, ...about, required: Object.fromEntries(names.map((name) => [name, USUAL_LEVEL])) };
  return { kind, ...about };
}

function ChooseColumns(props: {
  several: boolean;
  columns: readonly SurveyColumn[];
  onBack: () => void;
  onChoose: (columns: readonly string[]) => void;
}) {
  const { several, columns } = props;
  const t = useT();
  const [chosen, setChosen] = useState<readonly string[]>(columns.slice(0, 1).map(({ name }) => name));
  const missing = columns.find(({ name }) => name === chosen[0])?.missing ?? 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length > 0) props.onChoose(chosen);
      }}
    >
      {several ? (
        <fieldset className="answers">
          <legend className="label">{t('policy.columns')}</legend>
          {columns.map(({ name, missing: blank }) => (
            <Check
              key={name}
              checked={chosen.includes(name)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...chosen, name] : chosen.filter((each) => each !== name))
              }
            >
              <span>
                {name}
                {blank > 0 && <span className="small muted"> · {t('policy.missing', { count: blank })}</span>}
              </span>
            </Check>
          ))}
        </fieldset>
      ) : (
        <Select
          label={t('policy.column')}
          value={chosen[0] ?? ''}
          onChange={(event) => setChosen([event.target.value])}
          hint={missing > 0 ? t('policy.missing', { count: missing }) : undefined}
        >
          {columns.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      )}
      <div className="dialog-do">
        <Button onClick={props.onBack}>{t('nav.back')}</Button>
        <Button tone="primary" type="submit" disabled={chosen.length === 0}>
          {t('policy.add')}
        </Button>
      </div>
    </form>
  );
}
