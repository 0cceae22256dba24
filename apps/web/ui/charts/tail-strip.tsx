import { score } from '../format';

const WIDTH = 260;
const [LEFT, RIGHT, FLOOR, STEP] = [8, 252, 26.6, 6.4];

/** Every group a dot by its score, equal ones piled up, the worst in ember; `mine` rings the one that is spoken of. */
export function TailStrip(props: { scores: readonly number[]; label: string; mine?: number }) {
  const ascending = [...props.scores].sort((a, b) => a - b);
  const worst = ascending[0];
  if (worst === undefined) return null;
  const mine = props.mine === undefined ? -1 : ascending.indexOf(props.mine);
  const low = Math.floor(worst * 50) / 50;
  const high = Math.max(low + 0.02, Math.ceil((ascending.at(-1) ?? 1) * 50) / 50);
  const columns = Math.floor((RIGHT - LEFT) / 7);
  const columnOf = (value: number) => Math.round(((value - low) / (high - low)) * columns);
  const x = (column: number) => LEFT + (column / columns) * (RIGHT - LEFT);
  const piled = new Map<number, number>();
  const dots = ascending.slice(1).map((value, index) => {
    const column = columnOf(value);
    const height = piled.get(column) ?? 0;
    piled.set(column, height + 1);
    return { key: index, x: x(column), height, mine: index + 1 === mine };
  });
  // Drawn last, so that no neighbour covers it.
  dots.sort((a, b) => Number(a.mine) - Number(b.mine));
  const tallest = Math.max(3, ...piled.values());
  const step = Math.min(STEP, 24 / tallest);
  const tail = x(columnOf(worst));
  return (
    <svg className="chart tail" viewBox={`0 0 ${WIDTH} 44`} role="img" aria-label={props.label}>
      <path className="axis" d={`M0 31.5H${WIDTH}`} />
      {dots.map((dot) => (
        <circle
          key={dot.key}
          cx={dot.x}
          cy={FLOOR - dot.height * step}
          r={dot.mine ? 4.5 : 2.7}
          fill="var(--accent)"
          {...(dot.mine ? { stroke: 'var(--surface)', strokeWidth: 1.5 } : { opacity: 0.55 })}
        />
      ))}
      <path d={`M${tail} 31.5V8`} stroke="var(--tail)" strokeWidth="1.5" />
      <circle cx={tail} cy="26.5" r="4" fill="var(--tail)" />
      <text x="0" y="44">
        {score(low)}
      </text>
      <text x={WIDTH} y="44" textAnchor="end">
        {score(high)}
      </text>
    </svg>
  );
}
