import { decimal, signed } from '@/ui/format';

/** Abilities on the scale, in standard deviations. */
const ENDS = 3;
const x = (value: number) => 4 + (72 * (Math.max(-ENDS, Math.min(ENDS, value)) + ENDS)) / (2 * ENDS);

/** Where a question lies among abilities: a dot on a line whose middle is most learners; its figure stands beside it. */
export function DifficultyScale(props: { difficulty: number; error?: number | undefined; guessed?: boolean }) {
  const { difficulty, error, guessed } = props;
  return (
    <span className="difficulty num">
      <svg viewBox="0 0 80 12" width="80" height="12" aria-hidden="true">
        <path className="axis" d="M4 6H76M40 3v6" />
        {error !== undefined && <path className="reach" d={`M${x(difficulty - error)} 6H${x(difficulty + error)}`} />}
        <circle className={guessed ? 'guessed' : undefined} cx={x(difficulty)} cy="6" r="3.5" />
      </svg>
      <span>
        {signed(difficulty)}
        {error !== undefined && ` ± ${decimal(error)}`}
      </span>
    </span>
  );
}
