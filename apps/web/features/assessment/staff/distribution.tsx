import { signed } from '@/ui/format';

const [LEFT, RIGHT, TOP, FLOOR] = [28, 412, 14, 128];

/** Students by ability, in steps of half a standard deviation; the number stands above each bar. */
export function Distribution(props: {
  steps: readonly { from: number; to: number; students: number }[];
  label: string;
}) {
  const { steps } = props;
  const most = Math.max(1, ...steps.map(({ students }) => students));
  const width = (RIGHT - LEFT) / Math.max(1, steps.length);
  const said = steps
    .filter(({ students }) => students > 0)
    .map(({ from, to, students }) => `${signed(from, 1)} – ${signed(to, 1)}: ${students}`)
    .join('; ');
  return (
    <svg className="chart" viewBox="0 0 420 152" role="img" aria-label={`${props.label}: ${said}`}>
      <path className="axis" d={`M${LEFT} ${FLOOR}H${RIGHT}`} />
      {steps.map(({ from, students }, at) => {
        const height = ((FLOOR - TOP - 12) * students) / most;
        const x = LEFT + at * width;
        return (
          <g key={from}>
            {students > 0 && (
              <>
                <rect
                  x={x + 2}
                  y={FLOOR - height}
                  width={width - 4}
                  height={height}
                  rx="3"
                  fill="var(--accent)"
                  opacity=".75"
                />
                <text x={x + width / 2} y={FLOOR - height - 5} textAnchor="middle">
                  {students}
                </text>
              </>
            )}
            {at % 2 === 0 && (
              <text x={x} y={FLOOR + 16} textAnchor="middle">
                {from === 0 ? '0' : signed(from, 0)}
              </text>
            )}
          </g>
        );
      })}
      <text x={RIGHT} y={FLOOR + 16} textAnchor="middle">
        {signed(steps.at(-1)?.to ?? 3, 0)}
      </text>
    </svg>
  );
}
