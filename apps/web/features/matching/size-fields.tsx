'use client';
import type { Policy, SurveyColumn } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { Segmented } from '@/ui/choice';
import { NumberInput } from '@/ui/number-input';
import { NamedGroups } from './named-groups';
import { groupsFor, rankedIn } from './policy-groups';
import { groupCounts } from './policy-sums';

const USUAL = { min: 3, max: 5 };

interface SizeFieldsProps {
  policy: Policy;
  columns: readonly SurveyColumn[];
  students: number;
  errors: Record<string, string>;
  onChange: (sizes: Pick<Policy, 'groupSize' | 'groups'>) => void;
}

/** Groups that are alike, or named ones such as projects. */
export function SizeFields(props: SizeFieldsProps) {
  const { policy, columns, students, errors, onChange } = props;
  const t = useT();
  const { groupSize, groups } = policy;
  const name = () => {
    const count = groupCounts(students, policy)?.from ?? 2;
    const numbered = Array.from({ length: Math.min(count, 1000) }, (_, at) =>
      t('policy.groupName', { number: at + 1 }),
    );
    onChange({ groupSize: undefined, groups: groupsFor(rankedIn(columns)?.names ?? numbered, students) });
  };
  return (
    <Card title={t('policy.size')}>
      <div className="pad size-fields">
        <Segmented
          label={t('policy.groupsAre')}
          value={groups ? 'named' : 'alike'}
          options={[
            { value: 'alike', label: t('policy.alike') },
            { value: 'named', label: t('policy.named') },
          ]}
          onChange={(kind) => {
            if (kind === 'named' && !groups) name();
            if (kind === 'alike' && groups) onChange({ groupSize: USUAL, groups: undefined });
          }}
        />
        {groups && (
          <NamedGroups
            groups={groups}
            students={students}
            errors={errors}
            onChange={(next) => onChange({ groupSize: undefined, groups: next })}
          />
        )}
        {groupSize && (
          <div className="form-grid">
            <NumberInput
              label={t('policy.min')}
              value={groupSize.min}
              min={1}
              max={1000}
              onChange={(min) =>
                min !== undefined &&
                onChange({ groupSize: { min, max: Math.max(min, groupSize.max) }, groups: undefined })
              }
              error={errors['policy.groupSize.min']}
            />
            <NumberInput
              label={t('policy.max')}
              value={groupSize.max}
              min={1}
              max={1000}
              onChange={(max) =>
                max !== undefined &&
                onChange({ groupSize: { min: Math.min(max, groupSize.min), max }, groups: undefined })
              }
            />
          </div>
        )}
      </div>
    </Card>
  );
}
