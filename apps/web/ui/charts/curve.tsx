import { score } from '../format';
import { type Step, stepPath, ticks } from './scale';

const [LEFT, RIGHT, TOP, FLOOR] = [34, 358, 14, 116];

/**
 * The best score so far over time, as it arrived; time runs on a root scale, because the first seconds bring the most.
 * With a proven bound, the gap between them is tinted.
 */
export function Curve(props: {
  points: readonly Step[];
  /** What came before the points and does not compare with them: dashed. */
  before?: readonly Step[];
  bound?: readonly Step[];
  label: string;
  words: { best: string; bound: string; before: string; seconds: (seconds: string) => string };
}) {
  const { points, bound = [], before = [] } = props;
  const last = points.at(-1);
  if (!last) return null;
  const values = [...points, ...bound, ...before].map(({ value }) => value);
  const span = Math.max(...values) - Math.min(...values);
  const low = Math.min(...values) - Math.max(span * 0.06, 0.002);
  const high = Math.max(...values) + Math.max(span * 0.1, 0.004);
  const end = Math.max(last.seconds, bound.at(-1)?.seconds ?? 0, 0.1);
  const x = (seconds: number) => LEFT + (RIGHT - LEFT) * Math.sqrt(Math.max(0, seconds) / end);
  const y = (value: number) => FLOOR - ((value - low) / (high - low)) * (FLOOR - TOP);
  const held = [...points, { seconds: end, value: last.value }];
  const edge = bound.at(-1);
  const first = before[0];
  const prelude =
    first && points[0] ? [...before, { seconds: points[0].seconds, value: before.at(-1)?.value ?? 0 }] : [];
  const times = [end * 0.05, end * 0.25, end].map((seconds) => ({
    seconds,
    text: seconds.toPrecision(seconds < 10 ? 1 : 2),
  }));
  return (
    <svg className="chart" viewBox="0 0 420 136" role="img" aria-label={props.label}>
      {ticks(low, high, 4).map((value) => (
        <g key={value}>
          <path className="grid" d={`M${LEFT} ${y(value)}H${RIGHT}`} />
          <text x="26" y={y(value) + 4} textAnchor="end">
            {score(value, span < 0.04 ? 3 : 2)}
          </text>
        </g>
      ))}
      {times.map(({ seconds, text }) => (
        <text key={seconds} x={x(seconds)} y="132" textAnchor="middle">
          {props.words.seconds(String(Number(text)))}
        </text>
      ))}
      {bound.length > 0 && <path className="bound" d={stepPath(bound, x, y)} />}
      {first && (
        <>
          <path className="bound" d={stepPath(prelude, x, y)} />
          <text x={x(first.seconds)} y={Math.min(...prelude.map(({ value }) => y(value))) - 6}>
            {props.words.before}
          </text>
        </>
      )}
      <path className="line" d={stepPath(held, x, y)} />
      <circle
        cx={x(last.seconds)}
        cy={y(last.value)}
        r="3.5"
        fill="var(--surface)"
        stroke="var(--accent)"
        strokeWidth="2"
      />
      <circle cx={x(end)} cy={y(last.value)} r="3" fill="var(--accent)" />
      {edge && (
        <text x="366" y={Math.min(y(edge.value) + 4, y(last.value) - 10)}>
          {props.words.bound}
        </text>
      )}
      <text className="acc" x="366" y={y(last.value) + 4}>
        {props.words.best}
      </text>
    </svg>
  );
}
