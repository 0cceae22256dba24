'use client';
import { type Criterion, type Policy, readAssessedColumn, type SurveyColumn } from '@tailcamp/contracts';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '@/lib/i18n/provider';
import { IconButton } from '@/ui/button';
import { Check, Switch } from '@/ui/field';
import { percent } from '@/ui/format';
import { CriterionSettings } from './criterion-settings';
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
  /** What the students bring to it. */
  children?: ReactNode;
}

/** One criterion in words, and what can be set on it. */
export function CriterionRow(props: CriterionRowProps) {
  const { criterion, policy, columns, error, onChange, onRemove } = props;
  const t = useT();
  const words = criterionInWords(t, criterion);
  const weight = criterion.weight ?? 1;
  const measured = columnsOf(criterion).some((column) => readAssessedColumn(column) !== null);
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
      {props.children}
      <div className="set">
        <CriterionSettings criterion={criterion} columns={columns} onChange={onChange} />
        <Switch
          checked={criterion.hard ?? false}
          onChange={(event) =>
            onChange(
              event.target.checked
                ? { ...bounded(without(criterion, 'step')), hard: true }
                : without(criterion, 'hard'),
            )
          }
        >
          {t('policy.mustHold')}
        </Switch>
        {!criterion.hard && (
          <Check
            checked={criterion.step ?? false}
            onChange={(event) =>
              onChange(event.target.checked ? { ...bounded(criterion), step: true } : without(criterion, 'step'))
            }
          >
            <span title={t('policy.stepHint')}>{t('policy.step')}</span>
          </Check>
        )}
        <Check
          checked={measured || (criterion.private ?? false)}
          disabled={measured}
          onChange={(event) =>
            onChange(event.target.checked ? { ...criterion, private: true } : without(criterion, 'private'))
          }
        >
          <span title={t(measured ? 'policy.privateMeasured' : 'policy.privateHint')}>{t('policy.private')}</span>
        </Check>
      </div>
    </fieldset>
  );
}

const USUAL_LIKENESS = 0.5;

/** A rule on likeness needs a bound to hold. */
function bounded(criterion: Criterion): Criterion {
  if (criterion.kind !== 'similar' && criterion.kind !== 'diverse') return criterion;
  return { ...criterion, atLeast: criterion.atLeast ?? USUAL_LIKENESS };
}
