'use client';
import { useT } from '@/lib/i18n/provider';
import { decimal, signed } from '@/ui/format';

/** Abilities shown, in standard deviations from the mean of the population. */
const ENDS = 3;

/** An ability and its standard error on the scale of the population, whose middle two thirds are tinted. */
export function Ability({ ability, error, name }: { ability: number; error: number; name: string }) {
  const t = useT();
  const x = (value: number) => 8 + (304 * (Math.max(-ENDS, Math.min(ENDS, value)) + ENDS)) / (2 * ENDS);
  const label = t('ability.label', { name, ability: signed(ability), error: decimal(error) });
  return (
    <svg className="chart ability" viewBox="0 0 320 30" role="img" aria-label={label}>
      <rect x={x(-1)} y="4" width={x(1) - x(-1)} height="14" rx="3" fill="var(--text)" opacity=".06" />
      <path className="axis" d={`M${x(-ENDS)} 11H${x(ENDS)}`} />
      <path
        d={`M${x(ability - error)} 11H${x(ability + error)}M${x(ability - error)} 6v10M${x(ability + error)} 6v10`}
        stroke="var(--accent)"
        strokeWidth="2"
      />
      <circle cx={x(ability)} cy="11" r="4.5" fill="var(--accent)" stroke="var(--surface)" strokeWidth="1.5" />
      <text x={x(-2)} y="29" textAnchor="middle">
        {t('ability.beginner')}
      </text>
      <text x={x(0)} y="29" textAnchor="middle">
        {t('ability.middle')}
      </text>
      <text x={x(2)} y="29" textAnchor="middle">
        {t('ability.expert')}
      </text>
    </svg>
  );
}
