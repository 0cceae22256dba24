import { classes } from '../class-names';
import { commonSpans, DAYS, HOURS, hourOf } from './hours';

const BLOCK = 2;

/** How many are free in a block of two hours: the fewer of its hours. The hours that all share are drawn over the blocks, to the hour. */
const inBlock = (counts: readonly number[], day: number, block: number) =>
  Math.min(counts[hourOf(day, block * BLOCK)] ?? 0, counts[hourOf(day, block * BLOCK + 1)] ?? 0);

const toneOf = (count: number, members: number) =>
  count === 0 ? undefined : `n${Math.max(1, Math.min(3, Math.round((count / members) * 4)))}`;

interface FreeGridProps {
  /** 168 counts from Monday 0:00 in the zone of the grid. */
  counts: readonly number[];
  members: number;
  label: string;
}

/** From 8 to 24, or the whole day where somebody is free at night. */
function blocksShown(counts: readonly number[], members: number): number[] {
  const night = commonSpans(counts, members).some(({ from }) => from < 8);
  const first = night ? 0 : 4;
  return Array.from({ length: HOURS / BLOCK - first }, (_, index) => first + index);
}

/** Small, for a card: tone is how many are free, an outline where all are. */
export function FreeGrid({ counts, members, label }: FreeGridProps) {
  const blocks = blocksShown(counts, members);
  const height = blocks.length * 11;
  return (
    <svg
      className="free"
      viewBox={`-2 -2 79 ${height + 2}`}
      width="79"
      height={height + 2}
      role="img"
      aria-label={label}
    >
      <Cells
        counts={counts}
        members={members}
        blocks={blocks}
        step={11}
        size={9}
        left={0}
        top={0}
        columnStep={11}
        columnSize={9}
      />
    </svg>
  );
}

/** Large, with days and hours. */
export function FreeWeek({ counts, members, label, days }: FreeGridProps & { days: readonly string[] }) {
  const blocks = blocksShown(counts, members);
  const [left, top, step] = [26, 16, 17];
  return (
    <svg className="free" viewBox={`0 0 332 ${top + blocks.length * step + 2}`} role="img" aria-label={label}>
      {days.map((day, index) => (
        <text key={day} x={left + index * 43.5 + 20.5} y="9" textAnchor="middle">
          {day}
        </text>
      ))}
      {blocks.map((block, row) =>
        block % 2 === 0 ? (
          <text key={block} x="18" y={top + row * step + 11} textAnchor="end">
            {block * BLOCK}
          </text>
        ) : null,
      )}
      <Cells
        counts={counts}
        members={members}
        blocks={blocks}
        step={step}
        size={15}
        left={left}
        top={top}
        columnStep={43.5}
        columnSize={41}
      />
    </svg>
  );
}

function Cells(props: {
  counts: readonly number[];
  members: number;
  blocks: readonly number[];
  left: number;
  top: number;
  step: number;
  size: number;
  columnStep: number;
  columnSize: number;
}) {
  const { counts, members, blocks, left, top, step, size, columnStep, columnSize } = props;
  const gap = step - size;
  const first = blocks[0] ?? 0;
  const x = (day: number) => left + day * columnStep;
  const cells = Array.from({ length: DAYS }, (_, day) =>
    blocks.map((block, row) => {
      const count = inBlock(counts, day, block);
      return (
        <rect
          key={hourOf(day, block * BLOCK)}
          className={classes(toneOf(count, members))}
          x={x(day)}
          y={top + row * step}
          width={columnSize}
          height={size}
          rx="2"
        />
      );
    }),
  );
  return (
    <>
      {cells}
      {commonSpans(counts, members).map(({ day, from, to }) => {
        const box = {
          x: x(day) - 1,
          y: top + (from / BLOCK - first) * step - 1,
          width: columnSize + 2,
          height: ((to - from) / BLOCK) * step - gap + 2,
          rx: 3,
        };
        return (
          <g key={`${day}-${from}`}>
            <rect className="n4" {...box} />
            <rect className="all" {...box} />
          </g>
        );
      })}
    </>
  );
}
