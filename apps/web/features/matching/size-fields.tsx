'use client';
import type { GroupSize } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { NumberInput } from '@/ui/number-input';

export function SizeFields(props: {
  size: GroupSize;
  onChange: (size: GroupSize) => void;
  error?: string | undefined;
}) {
  const { size, onChange } = props;
  const t = useT();
  return (
    <Card title={t('policy.size')}>
      <div className="pad form-grid">
        <NumberInput
          label={t('policy.min')}
          value={size.min}
          min={1}
          max={1000}
          onChange={(min) => min !== undefined && onChange({ min, max: Math.max(min, size.max) })}
          error={props.error}
        />
        <NumberInput
          label={t('policy.max')}
          value={size.max}
          min={1}
          max={1000}
          onChange={(max) => max !== undefined && onChange({ min: Math.min(max, size.min), max })}
        />
      </div>
    </Card>
  );
}
