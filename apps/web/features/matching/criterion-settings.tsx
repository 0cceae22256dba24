'use client';
import type { Criterion, SurveyColumn } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { Check, Select } from '@/ui/field';
import { NumberInput } from '@/ui/number-input';
import { columnsOf } from './criterion-words';
import { SkillLevels } from './skill-levels';
import { without } from './without';

export interface SettingsProps {
  criterion: Criterion;
  columns: readonly SurveyColumn[];
  onChange: (criterion: Criterion) => void;
}

/** What only this kind of criterion has. */
export function CriterionSettings({ criterion, columns, onChange }: SettingsProps) {
  const t = useT();
  const held = criterion.hard || criterion.step;
  switch (criterion.kind) {
    case 'overlap':
      return <OverlapSettings criterion={criterion} onChange={onChange} />;
    case 'atLeast':
    case 'atMost':
      return (
        <>
          <ValueSelects criterion={criterion} columns={columns} onChange={onChange} />
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
      return <ValueSelects criterion={criterion} columns={columns} onChange={onChange} />;
    case 'cover':
      return <SkillLevels criterion={criterion} columns={columns} onChange={onChange} />;
    case 'preference':
      return (
        <Select
          label={t('policy.best')}
          value={criterion.best ?? 'low'}
          onChange={(event) =>
            onChange(event.target.value === 'high' ? { ...criterion, best: 'high' } : without(criterion, 'best'))
          }
        >
          <option value="low">{t('policy.bestLow')}</option>
          <option value="high">{t('policy.bestHigh')}</option>
        </Select>
      );
    case 'balance':
      return held ? (
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
      return held ? (
        <NumberInput
          label={t('policy.atLeast')}
          value={criterion.atLeast}
          min={0}
          max={1}
          step={0.05}
          onChange={(atLeast) => atLeast !== undefined && onChange({ ...criterion, atLeast })}
        />
      ) : null;
    default:
      return null;
  }
}

type OfKind<K extends Criterion['kind']> = Omit<SettingsProps, 'criterion'> & {
  criterion: Extract<Criterion, { kind: K }>;
};

function OverlapSettings({ criterion, onChange }: Omit<OfKind<'overlap'>, 'columns'>) {
  const t = useT();
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
      <Check
        checked={criterion.busy ?? false}
        onChange={(event) => onChange(event.target.checked ? { ...criterion, busy: true } : without(criterion, 'busy'))}
      >
        {t('policy.busy')}
      </Check>
    </>
  );
}

/** The values meant, which count as one; without any, each value by itself. */
function ValueSelects({ criterion, columns, onChange }: OfKind<'spread' | 'notAlone' | 'atLeast' | 'atMost'>) {
  const t = useT();
  const names = columnsOf(criterion);
  const known = columns.find(({ name }) => names.includes(name))?.values ?? [];
  const chosen = criterion.values ?? (criterion.value === undefined ? [] : [criterion.value]);
  const choose = (values: readonly string[]) => {
    const plain = without(without(criterion, 'values'), 'value');
    const [only] = values;
    if (only === undefined) onChange(plain);
    else onChange(values.length === 1 ? { ...plain, value: only } : { ...plain, values: [...values] });
  };
  const left = known.filter((value) => !chosen.includes(value));
  return [...chosen, ...(left.length > 0 ? [''] : [])].map((value, at) => (
    <Select
      key={value || 'another'}
      label={at === 0 ? t('policy.value') : t('policy.orValue')}
      value={value}
      onChange={(event) => {
        const next = event.target.value;
        const before = chosen.filter((_, index) => index !== at);
        choose(next === '' ? before : [...before.slice(0, at), next, ...before.slice(at)]);
      }}
    >
      <option value="">{chosen.length === 0 ? t('policy.anyValue') : '—'}</option>
      {[...(value ? [value] : []), ...left].map((each) => (
        <option key={each}>{each}</option>
      ))}
    </Select>
  ));
}
