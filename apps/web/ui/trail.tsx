const [WIDTH, HEIGHT, STEP] = [1440, 300, 90];
const CONTOURS = 7;
/** Where the walked line ends and the dotted one goes on, and where the tent stands. */
const [HERE, CAMP] = [560, 1180];

/** The height of a line over the land; lines of neighbouring levels run alike. */
const land = (x: number, level: number) =>
  70 + level * 30 + 26 * Math.sin(x / 230 + level * 0.3) + 11 * Math.sin(x / 101 + level * 0.7);

/** A smooth line along a level: quadratic curves between the middles of its points. */
function along(level: number, from: number, to: number): string {
  const count = Math.max(2, Math.ceil((to - from) / STEP));
  const xs = Array.from({ length: count + 1 }, (_, index) => from + ((to - from) * index) / count);
  const points = xs.map((x) => [x, land(x, level)] as const);
  const turns = points.slice(1, -1).map(([x, y], index) => {
    const [nextX, nextY] = points[index + 2] ?? [x, y];
    const last = index === points.length - 3;
    return `Q${round(x)} ${round(y)} ${round(last ? nextX : (x + nextX) / 2)} ${round(last ? nextY : (y + nextY) / 2)}`;
  });
  return `M${round(from)} ${round(land(from, level))}${turns.join('')}`;
}
const round = (value: number) => Math.round(value * 10) / 10;

const PATH = 2.4;

/** Contours and a path to the tent: the ground that pages outside a camp stand on. Says nothing, so nothing reads it out. */
export function Trail() {
  const [hereY, campY] = [land(HERE, PATH), land(CAMP, PATH)];
  return (
    <svg
      className="trail land"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <g className="contours">
        {Array.from({ length: CONTOURS }, (_, level) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its number
          <path key={level} d={along(level, 0, WIDTH)} />
        ))}
      </g>
      <path className="walked" d={along(PATH, 0, HERE)} />
      <path className="ahead" d={along(PATH, HERE + 16, CAMP - 22)} />
      <circle className="halo" cx={HERE} cy={hereY} r="13" />
      <circle className="here" cx={HERE} cy={hereY} r="7" />
      <g transform={`translate(${CAMP} ${campY + 6})`}>
        <path className="tent" d="M-15 0 0 -25 15 0Z" />
        <path className="door" d="M-5 0 0 -10 5 0Z" />
      </g>
    </svg>
  );
}
