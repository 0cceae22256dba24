'use client';
import type { TrackProfile } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { decimal, signed } from '@/ui/format';
import { useDates } from '@/ui/time';

const [LEFT, RIGHT, MIDDLE, UNIT] = [34, 396, 92, 26];
/** Abilities shown, in standard deviations. */
const ENDS = 3;

/** The ability of each attempt with its standard error, in their order. */
export function History({ points, name }: { points: TrackProfile['history']; name: string }) {
  const t = useT();
  const dates = useDates();
  const x = (at: number) =>
    points.length === 1 ? (LEFT + RIGHT) / 2 : LEFT + 24 + ((RIGHT - LEFT - 48) * at) / (points.length - 1);
  const y = (ability: number) => MIDDLE - UNIT * Math.max(-ENDS, Math.min(ENDS, ability));
  const label = points
    .map(({ at, ability, standardError }) => `${dates.day(at)}: ${signed(ability)} ± ${decimal(standardError)}`)
    .join('; ');
  return (
    <svg
      className="chart history"
      viewBox="0 0 420 196"
      role="img"
      aria-label={`${name}, ${t('skillProfile.history')}: ${label}`}
    >
      {[-2, 0, 2].map((ability) => (
        <g key={ability}>
          <path className="grid" d={`M${LEFT} ${y(ability)}H${RIGHT}`} />
          <text x="26" y={y(ability) + 4} textAnchor="end">
            {ability === 0 ? '0' : signed(ability, 0)}
          </text>
        </g>
      ))}
      <path
        className="line"
        d={points.map(({ ability }, at) => `${at === 0 ? 'M' : 'L'}${x(at)} ${y(ability)}`).join('')}
      />
      {points.map(({ attemptId, at, ability, standardError }, index) => (
        <g key={attemptId}>
          <path
            d={`M${x(index)} ${y(ability - standardError)}V${y(ability + standardError)}`}
            stroke="var(--accent)"
            strokeWidth="2"
            opacity=".5"
          />
          <circle
            cx={x(index)}
            cy={y(ability)}
            r="4.5"
            fill="var(--accent)"
            stroke="var(--surface)"
            strokeWidth="1.5"
          />
          {(index === 0 || index === points.length - 1) && (
            <text x={x(index)} y="188" textAnchor="middle">
              {dates.day(at)}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
