import { classes } from '../class-names';
import { median } from '../format';

const at = (value: number) => Math.max(0, Math.min(1, value)) * 100;

/** One criterion against the cohort: the fill is this group, the tick the cohort's median. The number stands beside it. */
export function Meter(props: { value: number; cohort?: readonly number[]; low?: boolean }) {
  const middle = props.cohort && props.cohort.length > 0 ? at(median(props.cohort)) : null;
  return (
    <svg className="meter" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect className="track" y="3" width="100" height="6" rx="3" />
      <rect className={classes('fill', props.low && 'low')} y="3" width={at(props.value)} height="6" rx="3" />
      {middle !== null && <path className="mid" d={`M${middle} 1v10`} vectorEffect="non-scaling-stroke" />}
    </svg>
  );
}

/** One value among all: a faint dot for each of the cohort, one bright for this. */
export function AmongAll(props: { value: number; cohort: readonly number[]; low?: boolean }) {
  const x = (value: number) => 4 + 1.48 * at(value);
  return (
    <svg className="chart" viewBox="0 0 156 16" aria-hidden="true">
      <path className="axis" d="M4 8.5H152" />
      {props.cohort.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cohort's scores carry no names
        <circle key={index} cx={x(value)} cy="8.5" r="2" fill="var(--text)" opacity=".22" />
      ))}
      <circle
        cx={x(props.value)}
        cy="8.5"
        r="4.5"
        fill={props.low ? 'var(--tail)' : 'var(--accent)'}
        stroke="var(--surface)"
        strokeWidth="1.5"
      />
    </svg>
  );
}

/** An estimate never stands alone: the dot and its standard error. Hollow while we are still guessing. */
export function Whisker(props: { label: string; value: number; error: number; guessing?: boolean; low?: boolean }) {
  const x = (value: number) => 8 + 1.84 * at(value);
  const colour = props.low ? 'var(--tail)' : 'var(--accent)';
  const [from, to] = [x(props.value - props.error), x(props.value + props.error)];
  return (
    <svg className="chart whisker" viewBox="0 0 200 16" width="200" height="16" role="img" aria-label={props.label}>
      <path className="axis" d="M8 8H192" />
      <path d={`M${from} 8H${to}M${from} 4v8M${to} 4v8`} stroke={colour} strokeWidth="2" />
      <circle
        cx={x(props.value)}
        cy="8"
        r="4"
        fill={props.guessing ? 'var(--surface)' : colour}
        stroke={colour}
        strokeWidth="2"
      />
    </svg>
  );
}
