'use client';
import type { Criterion, SurveyColumn } from '@tailcamp/contracts';
import { useState } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Select } from '@/ui/field';
import { KINDS } from './criterion-words';

type Kind = Criterion['kind'];
type Recognised = SurveyColumn['recognisedAs'];

/** The kinds of answers that each kind of criterion can be asked of. */
const FITS: Record<Kind, readonly Recognised[]> = {
  overlap: ['schedule'],
  similar: ['list', 'category', 'text', 'number'],
  diverse: ['list', 'category', 'text', 'number'],
  cover: ['number'],
  balance: ['number'],
  spread: ['category'],
  gather: ['category', 'timeZone'],
  notAlone: ['category'],
  atLeast: ['category', 'list'],
  atMost: ['category', 'list'],
  together: ['wish'],
  apart: ['avoid'],
  preference: [],
  roles: ['list'],
};

interface AddCriterionProps {
  open: boolean;
  columns: readonly SurveyColumn[];
  onClose: () => void;
  onAdd: (criterion: Criterion) => void;
}

/** First what kind, then of which answer; only kinds that some answer fits are offered. */
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
  return (
    <Dialog open={open} onClose={close} title={kind ? t(`kindName.${kind}`) : t('policy.addTitle')}>
      {kind ? (
        <ChooseColumn
          columns={fitting(kind)}
          onBack={() => setKind(null)}
          onChoose={(column) => add(fresh(kind, column))}
        />
      ) : (
        <div className="kinds">
          {KINDS.filter((each) => fitting(each).length > 0).map((each) => (
            <button
              key={each}
              type="button"
              onClick={() =>
                each === 'overlap'
                  ? add({ kind: 'overlap', columns: fitting(each).map(({ name }) => name), minBlocks: 1 })
                  : setKind(each)
              }
            >
              <b>{t(`kindName.${each}`)}</b>
              <span className="small muted">{t(`kindSay.${each}`)}</span>
            </button>
          ))}
        </div>
      )}
    </Dialog>
  );
}

function fresh(kind: Kind, column: string): Criterion {
  if (kind === 'atLeast' || kind === 'atMost') return { kind, column, bound: 1 };
  if (kind === 'cover') return { kind, column, required: { [column]: 3 } };
  return { kind, column };
}

function ChooseColumn(props: {
  columns: readonly SurveyColumn[];
  onBack: () => void;
  onChoose: (column: string) => void;
}) {
  const t = useT();
  const [column, setColumn] = useState(props.columns[0]?.name ?? '');
  const missing = props.columns.find(({ name }) => name === column)?.missing ?? 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        props.onChoose(column);
      }}
    >
      <Select
        label={t('policy.column')}
        value={column}
        onChange={(event) => setColumn(event.target.value)}
        hint={missing > 0 ? t('policy.missing', { count: missing }) : undefined}
      >
        {props.columns.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </Select>
      <div className="dialog-do">
        <Button onClick={props.onBack}>{t('nav.back')}</Button>
        <Button tone="primary" type="submit">
          {t('policy.add')}
        </Button>
      </div>
    </form>
  );
}
