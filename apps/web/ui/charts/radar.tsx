/** A spoke of the radar: 0 to 1, with its standard error. */
export interface Spoke {
  id: string;
  name: string;
  value: number;
  error: number;
  /** Inferred, not shown by answers of its own: hollow. */
  guessing?: boolean;
  /** What is aimed at. */
  goal?: number;
}

const [CENTRE_X, CENTRE_Y, RADIUS] = [210, 146, 100];
/** The rings that help the eye. */
const RINGS = [0.25, 0.5, 0.75, 1];
/** A line of a name is at most so long; a longer name takes two, and the whole stands in its title. */
const LONGEST = 18;

/** Several estimates at a glance, each with its error. The list beside it says the same in words. */
export function Radar({ spokes, label }: { spokes: readonly Spoke[]; label: string }) {
  const at = (spoke: number, value: number): [number, number] => {
    const angle = (2 * Math.PI * spoke) / spokes.length - Math.PI / 2;
    const length = RADIUS * Math.max(0, Math.min(1, value));
    return [round(CENTRE_X + length * Math.cos(angle)), round(CENTRE_Y + length * Math.sin(angle))];
  };
  const polygon = (values: readonly number[]) => values.map((value, spoke) => at(spoke, value).join()).join(' ');
  const goals = spokes.map(({ goal }) => goal ?? 0);
  return (
    <svg className="chart radar" viewBox="0 0 420 300" role="img" aria-label={label}>
      {RINGS.map((ring) => (
        <polygon key={ring} className="web" points={polygon(spokes.map(() => ring))} />
      ))}
      {spokes.map(({ id }, spoke) => (
        <path key={id} className="grid" d={`M${CENTRE_X} ${CENTRE_Y}L${at(spoke, 1).join(' ')}`} />
      ))}
      {goals.some((goal) => goal > 0) && <polygon className="goal" points={polygon(goals)} />}
      <polygon className="area" points={polygon(spokes.map(({ value }) => value))} />
      {spokes.map(({ id, value, error, guessing }, spoke) => {
        const [x, y] = at(spoke, value);
        return (
          <g key={id}>
            <path
              className="whisk"
              d={`M${at(spoke, value - error).join(' ')}L${at(spoke, value + error).join(' ')}`}
            />
            <circle className={guessing ? 'pt open' : 'pt'} cx={x} cy={y} r="3.5" />
          </g>
        );
      })}
      {spokes.map(({ id, name, value, error }, spoke) => {
        const [x, y] = at(spoke, 1);
        const [out, down] = [(x - CENTRE_X) / RADIUS, (y - CENTRE_Y) / RADIUS];
        const rows = linesOf(name).length;
        const left = round(CENTRE_X + 110 * out);
        const top = round(CENTRE_Y + 118 * down - 2 - (down < -0.5 ? 13 * (rows - 1) : 0));
        return (
          <text key={id} x={left} y={top} textAnchor={Math.abs(out) < 0.2 ? 'middle' : out > 0 ? 'start' : 'end'}>
            <title>{name}</title>
            {linesOf(name).map((line, row) => (
              <tspan key={line} className="strong" x={left} dy={row === 0 ? 0 : 13}>
                {line}
              </tspan>
            ))}
            <tspan x={left} dy="13">
              {Math.round(value * 100)} ± {Math.round(error * 100)}
            </tspan>
          </text>
        );
      })}
    </svg>
  );
}

/** A name on one line or, broken between words, on two. */
function linesOf(name: string): readonly string[] {
  if (name.length <= LONGEST) return [name];
  const cut = (line: string) => (line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line);
  const at = name.lastIndexOf(' ', LONGEST);
  return at < 0 ? [cut(name)] : [name.slice(0, at), cut(name.slice(at + 1))];
}

const round = (value: number) => Math.round(value * 10) / 10;
