'use client';
import { useT } from '@/lib/i18n/provider';
import { Input } from '@/ui/field';
import { NumberInput } from '@/ui/number-input';
import { newCriterion, newLevel } from './draft';
import type { FieldsProps } from './fields';
import { RowList } from './row-list';

/** What a grader looks at, each with levels by rising points. */
export function Rubric({ draft, set, errors }: FieldsProps) {
  const t = useT();
  return (
    <RowList
      label={t('item.rubric')}
      rows={draft.rubric}
      least={1}
      most={8}
      addLabel={t('item.addCriterion')}
      error={errors.rubric}
      fresh={newCriterion}
      onChange={(rubric) => set({ rubric })}
    >
      {(row, at, change) => (
        <div className="form-column tight">
          <Input
            label={t('item.criterion', { row: at + 1 })}
            error={errors[`rubric.${at}.criterion`]}
            data-field="criterion"
            maxLength={120}
            value={row.criterion}
            onChange={({ target }) => change({ criterion: target.value })}
          />
          <RowList
            label={t('item.levels')}
            rows={row.levels}
            least={2}
            most={6}
            fixed
            addLabel={t('item.addLevel')}
            error={errors[`rubric.${at}.levels`]}
            fresh={() => newLevel(Math.min(10, (row.levels.at(-1)?.points ?? -1) + 1))}
            onChange={(levels) => change({ levels })}
          >
            {(level, place, changeLevel) => (
              <div className="level-row">
                <NumberInput
                  label={<span className="sr">{t('item.points', { row: place + 1 })}</span>}
                  value={level.points}
                  min={0}
                  max={10}
                  onChange={(points) => points !== undefined && changeLevel({ points })}
                />
                <Input
                  label={<span className="sr">{t('item.level', { row: place + 1 })}</span>}
                  error={errors[`rubric.${at}.levels.${place}.text`]}
                  placeholder={t('item.levelText')}
                  maxLength={300}
                  value={level.text}
                  onChange={({ target }) => changeLevel({ text: target.value })}
                />
              </div>
            )}
          </RowList>
        </div>
      )}
    </RowList>
  );
}
