import { decimal, signed } from '@/ui/format';

/** Abilities shown, in standard deviations. */
const ENDS = 4;
const x = (value: number) => 4 + (112 * (Math.max(-ENDS, Math.min(ENDS, value)) + ENDS)) / (2 * ENDS);

/** A difficulty before (hollow) and after (with its error): how far the answers have moved it. */
export function Shift(props: { before: number; after: number; error: number }) {
  const { before, after, error } = props;
  return (
    <span className="difficulty shift num">
      <svg viewBox="0 0 120 14" width="120" height="14" aria-hidden="true">
        <path className="axis" d="M4 7H116M60 4v6" />
        <path
          className="reach"
          d={`M${x(after - error)} 7H${x(after + error)}M${x(after - error)} 4v6M${x(after + error)} 4v6`}
        />
        <circle className="guessed was" cx={x(before)} cy="7" r="3.5" />
        <circle cx={x(after)} cy="7" r="3.5" />
      </svg>
      <span className="unbroken">
        {signed(before)} → {signed(after)} <span className="muted">± {decimal(error)}</span>
      </span>
    </span>
  );
}
