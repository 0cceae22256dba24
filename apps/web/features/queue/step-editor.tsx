'use client';
import type { Ease, QueueCriterion, QueueStep } from '@tailcamp/contracts';
import { Trash2 } from 'lucide-react';
import { useT } from '@/lib/i18n/provider';
import { IconButton } from '@/ui/button';
import { Check } from '@/ui/field';
import { Tag } from '@/ui/marks';
import { NumberInput } from '@/ui/number-input';
import { fullCriterion } from '../matching/criterion-words';

interface StepEditorProps {
  number: number;
  step: QueueStep;
  criteria: readonly QueueCriterion[];
  /** By path inside the settings. */
  errors: Readonly<Record<string, string>>;
  onChange: (step: QueueStep) => void;
  onRemove: () => void;
}

/** One step of widening: when, to which sizes, and how each hard rule gives way. */
export function StepEditor({ number, step, criteria, errors, onChange, onRemove }: StepEditorProps) {
  const t = useT();
  const path = `settings.steps.${number - 1}`;
  const wrong = Object.entries(errors).find(([field]) => field.startsWith(`${path}.ease`))?.[1];
  const { groupSize } = step;
  const setSize = (change: { min?: number | undefined; max?: number | undefined }) => {
    const { min, max } = { ...groupSize, ...change };
    const { groupSize: _, ...rest } = step;
    if (min === undefined && max === undefined) onChange(rest);
    else onChange({ ...rest, groupSize: { min: min ?? max ?? 1, max: Math.max(min ?? 1, max ?? min ?? 1) } });
  };
  const setEase = (criterion: number, ease: Ease | null) =>
    onChange({ ...step, ease: [...step.ease.filter((each) => each.criterion !== criterion), ...(ease ? [ease] : [])] });
  return (
    <fieldset className="step">
      <legend className="label">{t('queue.step', { number })}</legend>
      <IconButton icon={Trash2} label={t('queue.removeStep', { number })} small onClick={onRemove} />
      <div className="step-numbers">
        <NumberInput
          label={t('queue.stepMinutes')}
          value={step.afterMinutes}
          min={1}
          max={43_200}
          error={errors[`${path}.afterMinutes`]}
          onChange={(afterMinutes) => afterMinutes !== undefined && onChange({ ...step, afterMinutes })}
        />
        <NumberInput
          label={t('queue.sizeFrom')}
          value={groupSize?.min}
          placeholder={t('queue.asBefore')}
          min={1}
          max={1000}
          error={errors[`${path}.groupSize`]}
          onChange={(min) => setSize({ min, ...(min === undefined ? { max: undefined } : {}) })}
        />
        <NumberInput
          label={t('queue.sizeTo')}
          value={groupSize?.max}
          placeholder={t('queue.asBefore')}
          min={1}
          max={1000}
          onChange={(max) => setSize({ max, ...(max === undefined ? { min: undefined } : {}) })}
        />
      </div>
      {criteria.map((criterion, at) =>
        criterion.hard ? (
          <EaseRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a criterion is its place in the policy
            key={at}
            at={at}
            criterion={criterion}
            ease={step.ease.find((each) => each.criterion === at) ?? null}
            onChange={(ease) => setEase(at, ease)}
          />
        ) : null,
      )}
      {wrong && (
        <p className="hint" role="alert">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}

/** The bounds that can be eased, by kind: how far they reach, and how a number becomes an ease. */
const BOUNDS: Record<string, { max: number; step: number; of: (criterion: number, bound: number) => Ease }> = {
  overlap: { max: 336, step: 1, of: (criterion, minBlocks) => ({ criterion, minBlocks }) },
  similar: { max: 1, step: 0.05, of: (criterion, atLeast) => ({ criterion, atLeast }) },
  diverse: { max: 1, step: 0.05, of: (criterion, atLeast) => ({ criterion, atLeast }) },
  balance: { max: 10, step: 0.1, of: (criterion, tolerance) => ({ criterion, tolerance }) },
};

function EaseRow(props: {
  at: number;
  criterion: QueueCriterion;
  ease: Ease | null;
  onChange: (ease: Ease | null) => void;
}) {
  const t = useT();
  const { at, criterion, ease, onChange } = props;
  const rule = fullCriterion(t, criterion);
  const bounds = BOUNDS[criterion.kind];
  const dropped = ease !== null && 'drop' in ease;
  return (
    <div className="ease">
      {bounds && !dropped ? (
        <NumberInput
          label={t(criterion.kind === 'balance' ? 'queue.toleranceOf' : 'queue.boundOf', { rule })}
          value={ease === null ? undefined : boundOf(ease)}
          placeholder={criterion.bound === null ? t('queue.asBefore') : String(criterion.bound)}
          min={0}
          max={bounds.max}
          step={bounds.step}
          onChange={(bound) => onChange(bound === undefined ? null : bounds.of(at, bound))}
        />
      ) : (
        <span className="note grow">{rule}</span>
      )}
      {criterion.private && <Tag>{t('queue.isPrivate')}</Tag>}
      <Check
        checked={dropped}
        aria-label={`${rule}: ${t('queue.drop')}`}
        onChange={(event) => onChange(event.target.checked ? { criterion: at, drop: true } : null)}
      >
        {t('queue.drop')}
      </Check>
    </div>
  );
}

function boundOf(ease: Ease): number | undefined {
  if ('minBlocks' in ease) return ease.minBlocks;
  if ('atLeast' in ease) return ease.atLeast;
  return 'tolerance' in ease ? ease.tolerance : undefined;
}
