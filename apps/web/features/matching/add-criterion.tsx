'use client';
import { type Criterion, readAssessedColumn, type SurveyColumn } from '@tailcamp/contracts';
import { useState } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Dialog } from '@/ui/dialog';
import { ChooseColumns } from './choose-columns';
import { KINDS } from './criterion-words';
import { rankedIn } from './policy-groups';
import { tellsOfSkills } from './skill-levels';

type Kind = Criterion['kind'];
type Recognised = SurveyColumn['recognisedAs'];

/** The kinds of answers that each kind of criterion can be asked of. */
const FITS: Record<Kind, readonly Recognised[]> = {
  overlap: ['schedule'],
  similar: ['list', 'category', 'text', 'number'],
  diverse: ['list', 'category', 'text', 'number'],
  cover: ['number', 'levels'],
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
  students: number;
  onClose: () => void;
  onAdd: (criterion: Criterion) => void;
}

/** First what kind, then of which answers; only kinds that some answer fits are offered. */
export function AddCriterion({ open, columns, students, onClose, onAdd }: AddCriterionProps) {
  const t = useT();
  const [kind, setKind] = useState<Kind | null>(null);
  // What nobody has been measured in yet would only be in the way.
  const known = columns.filter(({ name, missing }) => readAssessedColumn(name) === null || missing < students);
  const fitting = (each: Kind) =>
    known.filter((column) => FITS[each].includes(column.recognisedAs) && (each !== 'cover' || tellsOfSkills(column)));
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
          onChoose={(chosen, required) => add(fresh(kind, chosen, required))}
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

function fresh(kind: Kind, names: readonly string[], required: Record<string, number>): Criterion {
  const [only = ''] = names;
  const about = names.length === 1 ? { column: only } : { columns: [...names] };
  if (kind === 'atLeast' || kind === 'atMost') return { kind, ...about, bound: 1 };
  return kind === 'cover' ? { kind, ...about, required } : { kind, ...about };
}
