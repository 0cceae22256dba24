'use client';
import type { Criterion, Policy, SurveyColumn } from '@tailcamp/contracts';
import { X } from 'lucide-react';
import { useT } from '@/lib/i18n/provider';
import { IconButton } from '@/ui/button';
import { Check, Select, Switch } from '@/ui/field';
import { percent } from '@/ui/format';
import { NumberInput } from '@/ui/number-input';
import { columnsOf, criterionInWords } from './criterion-words';
import { shareOf } from './policy-sums';
import { without } from './without';

interface CriterionRowProps {
  criterion: Criterion;
  policy: Policy;
  columns: readonly SurveyColumn[];
  error: string | undefined;
  onChange: (criterion: Criterion) => void;
  onRemove: () => void;
}

/** One criterion in words, and what can be set on it. */
export function CriterionRow({ criterion, policy, columns, error, onChange, onRemove }: CriterionRowProps) {
  const t = useT();
  const words = criterionInWords(t, criterion);
  const weight = criterion.weight ?? 1;
  return (
    <fieldset className="rule-row">
      <legend className="sr">{words}</legend>
      <div className="grow">
        <b className="note">{words}</b>
        <p className="small muted">{error ? <span className="bad">{error}</span> : t(`kindSay.${criterion.kind}`)}</p>
      </div>
      <div className="row">
        {!criterion.hard && (
          <label className="weight">
            <span className="sr">{t('policy.weight')}</span>
            <input
              type="range"
              min={0.25}
              max={5}
              step={0.25}
              value={weight}
              onChange={(event) => onChange({ ...criterion, weight: Number(event.target.value) })}
            />
            <span className="num">{t('policy.share', { share: percent(shareOf(policy, criterion)) })}</span>
          </label>
        )}
        <IconButton icon={X} small label={t('policy.remove', { name: words })} onClick={onRemove} />
      </div>
      <div className="set">
        <Own criterion={criterion} columns={columns} onChange={onChange} />
        <Switch
          checked={criterion.hard ?? false}
          onChange={(event) =>
            onChange(event.target.checked ? { ...criterion, hard: true } : without(criterion, 'hard'))
          }
        >
          {t('policy.mustHold')}
        </Switch>
        <Check
          checked={criterion.private ?? false}
          onChange={(event) =>
            onChange(event.target.checked ? { ...criterion, private: true } : without(criterion, 'private'))
          }
        >
          <span title={t('policy.privateHint')}>{t('policy.private')}</span>
        </Check>
      </div>
    </fieldset>
  );
}

type OwnProps = Pick<CriterionRowProps, 'criterion' | 'columns' | 'onChange'>;

/** What only this kind of criterion has. */
function Own({ criterion, columns, onChange }: OwnProps) {
  const t = useT();
  switch (criterion.kind) {
    case 'overlap':
      return (
        <>
          <NumberInput
            label={t('policy.minBlocks')}
            value={criterion.minBlocks ?? 1}
            min={0}
            max={336}
            onChange={(minBlocks) =>
              onChange(minBlocks === undefined ? without(criterion, 'minBlocks') : { ...criterion, minBlocks })
            }
          />
          {!criterion.hard && (
            <NumberInput
              label={t('policy.desired')}
              value={criterion.desired}
              min={1}
              max={336}
              onChange={(desired) =>
                onChange(desired === undefined ? without(criterion, 'desired') : { ...criterion, desired })
              }
            />
          )}
        </>
      );
    case 'atLeast':
    case 'atMost':
      return (
        <>
          <ValueSelect criterion={criterion} columns={columns} onChange={onChange} />
          <NumberInput
            label={t('policy.bound')}
            value={criterion.bound}
            min={1}
            max={1000}
            onChange={(bound) => bound !== undefined && onChange({ ...criterion, bound })}
          />
        </>
      );
    case 'spread':
    case 'notAlone':
      return <ValueSelect criterion={criterion} columns={columns} onChange={onChange} />;
    case 'balance':
      return criterion.hard ? (
        <NumberInput
          label={t('policy.tolerance')}
          value={criterion.tolerance ?? 0.5}
          min={0.05}
          max={10}
          step={0.05}
          onChange={(tolerance) =>
            onChange(tolerance === undefined ? without(criterion, 'tolerance') : { ...criterion, tolerance })
          }
        />
      ) : null;
    case 'similar':
    case 'diverse':
      return criterion.hard ? (
        <NumberInput
          label={t('policy.atLeast')}
          value={criterion.atLeast}
          min={0}
          max={1}
          step={0.05}
          onChange={(atLeast) =>
            onChange(atLeast === undefined ? without(criterion, 'atLeast') : { ...criterion, atLeast })
          }
        />
      ) : null;
    default:
      return null;
  }
}

type Valued = Extract<Criterion, { kind: 'spread' | 'notAlone' | 'atLeast' | 'atMost' }>;

function ValueSelect(props: {
  criterion: Valued;
  columns: readonly SurveyColumn[];
  onChange: (criterion: Criterion) => void;
}) {
  const { criterion, columns, onChange } = props;
  const t = useT();
  const names = columnsOf(criterion);
  const values = columns.find(({ name }) => names.includes(name))?.values ?? [];
  const chosen = criterion.value ?? criterion.values?.join(', ') ?? '';
  return (
    <Select
      label={t('policy.value')}
      value={chosen}
      onChange={(event) => {
        const plain = without(without(criterion, 'values'), 'value');
        onChange(event.target.value === '' ? plain : { ...plain, value: event.target.value });
      }}
    >
      <option value="">{t('policy.anyValue')}</option>
      {[...new Set([...values, ...(chosen ? [chosen] : [])])].map((value) => (
        <option key={value}>{value}</option>
      ))}
    </Select>
  );
}
