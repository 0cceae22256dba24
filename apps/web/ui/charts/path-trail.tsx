import { classes } from '../class-names';

export interface TrailStep {
  id: string;
  label: string;
  state: 'done' | 'here' | 'ahead';
}

interface PathTrailProps {
  /** In the order they are walked; few enough to be named. */
  steps: readonly TrailStep[];
  /** What the tent at the end stands for. */
  end: { label: string; day: string | null };
  label: string;
  width: number;
  className?: string;
}

const [HEIGHT, MIDDLE, EDGE, TENT] = [156, 84, 30, 66];
const CONTOURS = 6;
/** The width of a letter, so that every second name of a row stands beside the next without touching it. */
const LETTER = 7.2;

const wave = (x: number) => 20 * Math.sin(x / 110) + 9 * Math.sin(x / 47 + 1);
const round = (value: number) => Math.round(value * 10) / 10;
const cut = (name: string, letters: number) =>
  name.length <= letters ? name : `${name.slice(0, letters - 1).trimEnd()}…`;

/** A walked line over contours: solid is done, dotted is ahead, the tent is where the path leads. */
export function PathTrail({ steps, end, label, width, className }: PathTrailProps) {
  const room = width - EDGE - TENT - EDGE;
  const x = (at: number) => EDGE + (room * at) / Math.max(1, steps.length - 0.2);
  const points = steps.map((step, at) => ({ ...step, x: x(at), y: MIDDLE + wave(x(at)) }));
  const letters = Math.floor((2 * (x(1) - x(0))) / LETTER);
  const tent = { x: width - EDGE - 12, y: MIDDLE + wave(width - EDGE) * 0.5 };
  const walked = points.filter(({ state }) => state !== 'ahead');
  const ahead = [...walked.slice(-1), ...points.filter(({ state }) => state === 'ahead'), tent];
  return (
    <svg
      className={classes('trail', 'chart', className)}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <g className="contours">
        {Array.from({ length: CONTOURS }, (_, level) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its number
          <path key={level} d={contour(width, level)} />
        ))}
      </g>
      {ahead.length > 1 && <path className="ahead" d={through(ahead)} />}
      {walked.length > 1 && <path className="walked" d={through(walked)} />}
      {points.map((point, at) => (
        <Step key={point.id} {...point} label={cut(point.label, letters)} above={(points.length - at) % 2 === 1} />
      ))}
      <g transform={`translate(${tent.x - 11} ${tent.y - 19})`}>
        <path className="tent" d="M11 0L22 20H0Z" />
        <path className="door" d="M11 8L15 20H7Z" />
      </g>
      <text className="strong" x={width - 10} y={tent.y + 20} textAnchor="end">
        {cut(end.label, letters)}
      </text>
      {end.day !== null && (
        <text x={width - 10} y={tent.y + 35} textAnchor="end">
          {end.day}
        </text>
      )}
    </svg>
  );
}

function Step(props: { x: number; y: number; state: TrailStep['state']; label: string; above: boolean }) {
  const { x, y, state, label, above } = props;
  const here = state === 'here';
  return (
    <>
      {here && <circle className="halo" cx={x} cy={y} r="13" />}
      <circle className={here ? 'here' : state === 'done' ? 'done' : 'hollow'} cx={x} cy={y} r={here ? 7.5 : 4.5} />
      <text
        className={here ? 'strong' : ''}
        x={Math.max(x, 8)}
        y={above ? y - (here ? 19 : 13) : y + (here ? 28 : 20)}
        textAnchor={x < 60 ? 'start' : 'middle'}
        dx={x < 60 ? -10 : 0}
      >
        {label}
      </text>
    </>
  );
}

/** Through all of them, level at each. */
function through(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let from = first;
  const parts = [`M${round(first.x)} ${round(first.y)}`];
  for (const to of rest) {
    const middle = round((from.x + to.x) / 2);
    parts.push(`C${middle} ${round(from.y)} ${middle} ${round(to.y)} ${round(to.x)} ${round(to.y)}`);
    from = to;
  }
  return parts.join('');
}

function contour(width: number, level: number): string {
  const y = (at: number) => round(38 + level * 24 + wave(at + level * 26) * 0.8);
  const xs = Array.from({ length: Math.ceil(width / 40) + 1 }, (_, index) => index * 40);
  return xs.map((at, index) => `${index === 0 ? 'M' : 'L'}${at} ${y(at)}`).join('');
}
