'use client';
import type { Queue } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { ticks } from '@/ui/charts/scale';

const [LEFT, RIGHT, TOP, FLOOR] = [28, 352, 12, 112];

/** How many were in the queue over the last day, each half hour a step. */
export function QueueChart({ history }: { history: Queue['history'] }) {
  const t = useT();
  const most = Math.max(...history.map(({ waiting }) => waiting), 0);
  const now = history.at(-1)?.waiting ?? 0;
  const high = Math.max(4, most);
  const x = (at: number) => LEFT + ((RIGHT - LEFT) * at) / Math.max(1, history.length - 1);
  const y = (waiting: number) => FLOOR - (waiting / high) * (FLOOR - TOP);
  const line = history
    .map(({ waiting }, at) => (at === 0 ? `M${x(0)} ${y(waiting)}` : `H${x(at)}V${y(waiting)}`))
    .join('');
  return (
    <Card title={t('queue.overTime')}>
      <div className="pad">
        <svg className="chart" viewBox="0 0 400 132" role="img" aria-label={t('queue.overTimeLabel', { now, most })}>
          {ticks(0, high, 4)
            .filter((value) => Number.isInteger(value))
            .map((value) => (
              <g key={value}>
                <path className="grid" d={`M${LEFT} ${y(value)}H${RIGHT}`} />
                <text x={LEFT - 8} y={y(value) + 4} textAnchor="end">
                  {value}
                </text>
              </g>
            ))}
          <path className="gap" d={`${line}V${FLOOR}H${LEFT}Z`} />
          <path className="line" d={line} />
          <circle cx={RIGHT} cy={y(now)} r="3" fill="var(--accent)" />
          <text className="acc" x={RIGHT + 8} y={y(now) + 4}>
            {t('queue.now', { count: now })}
          </text>
          <text x={LEFT} y="128">
            {t('queue.dayAgo')}
          </text>
          <text x={RIGHT} y="128" textAnchor="end">
            {t('myQueue.now')}
          </text>
        </svg>
      </div>
    </Card>
  );
}
