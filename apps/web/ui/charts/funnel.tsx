const [LEFT, RIGHT, MIDDLE, SCALE] = [32, 320, 85, 72];

/**
 * How sure we are: the half width of the estimate after each answer, from the prior's 1 on; where it is likely to end,
 * and the width at which it stops.
 */
export function Funnel(props: {
  /** Standard errors, before the first answer and after each. */
  widths: readonly number[];
  /** The numbers of answers between which the end likely lies; null once it has come. */
  likely: { from: number; to: number } | null;
  /** The most answers, and the width that is aimed at. */
  most: number;
  aim: number;
  label: string;
  words: { now: string; end: string };
}) {
  const { widths, likely, most, aim } = props;
  const x = (answers: number) => LEFT + ((RIGHT - LEFT) * answers) / Math.max(most, widths.length - 1);
  const y = (width: number) => MIDDLE - SCALE * Math.min(width, 1.05);
  const last = widths.length - 1;
  const now = widths[last] ?? 1;
  const upper = widths.map((width, at) => `${at === 0 ? 'M' : 'L'}${round(x(at))} ${round(y(width))}`).join('');
  const lower = widths.map((width, at) => `${at === 0 ? 'M' : 'L'}${round(x(at))} ${round(y(-width))}`).join('');
  const back = [...widths.entries()]
    .reverse()
    .map(([at, width]) => `L${round(x(at))} ${round(y(-width))}`)
    .join('');
  const ahead = likely !== null && likely.to > last && now > aim ? likely : null;
  return (
    <svg className="chart funnel" viewBox="0 0 328 190" role="img" aria-label={props.label}>
      {likely && (
        <rect
          className="stop"
          x={x(likely.from)}
          y="10"
          width={Math.max(4, x(likely.to) - x(likely.from))}
          height="150"
        />
      )}
      <path className="grid" d={`M${LEFT} ${MIDDLE}H${RIGHT}`} />
      <path className="aim" d={`M${LEFT} ${y(aim)}H${RIGHT}M${LEFT} ${y(-aim)}H${RIGHT}`} />
      <path className="band" d={`${upper}${back}Z`} />
      {ahead &&
        [1, -1].map((side) => (
          <path
            key={side}
            className="fan"
            d={fan(x, (width) => y(side * width), last, now, Math.max(ahead.from, last + 0.5), ahead.to, aim)}
          />
        ))}
      {widths.map((width, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a width is known by how many answers it stands behind
        <path key={at} className={at === last ? 'tickw now' : 'tickw'} d={`M${x(at)} ${y(width)}V${y(-width)}`} />
      ))}
      <path className="edge" d={`${upper}${lower}`} />
      {[1, 0, -1].map((value) => (
        <text key={value} x="24" y={y(value) + 4} textAnchor="end">
          {value > 0 ? '+1' : value < 0 ? '−1' : '0'}
        </text>
      ))}
      <text x={LEFT} y="176" textAnchor="middle">
        0
      </text>
      {last > 1 && (
        <text className="strong" x={x(last)} y="176" textAnchor="middle">
          {props.words.now}
        </text>
      )}
      {ahead && clear(x((ahead.from + ahead.to) / 2), x(last), x(most)) && (
        <text x={x((ahead.from + ahead.to) / 2)} y="176" textAnchor="middle">
          {props.words.end}
        </text>
      )}
      {most - last > 1 && (
        <text x={x(most)} y="176" textAnchor="end">
          {most}
        </text>
      )}
      <text className="acc" x={RIGHT} y={y(aim) - 5} textAnchor="end">
        ±{aim.toFixed(2)}
      </text>
    </svg>
  );
}

/** Whether a word in the middle stands free of those at both sides. */
const clear = (at: number, before: number, after: number) => at - before > 52 && after - at > 40;

/** Between the fastest and the slowest way from here to the aim; both fall as the root of what is still to come. */
function fan(
  x: (answers: number) => number,
  y: (width: number) => number,
  last: number,
  now: number,
  from: number,
  to: number,
  aim: number,
): string {
  const way = (end: number, steps = 6) =>
    Array.from({ length: steps + 1 }, (_, step) => {
      const share = step / steps;
      return `${round(x(last + (end - last) * share))} ${round(y(now + (aim - now) * (1 - (1 - share) ** 2)))}`;
    });
  return `M${[...way(from), ...way(to).reverse()].join('L')}Z`;
}

const round = (value: number) => Math.round(value * 10) / 10;
