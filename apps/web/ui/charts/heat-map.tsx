'use client';
import { classes } from '../class-names';
import { score } from '../format';

/** Six tones from none to all. */
export const tone = (value: number): number => Math.max(0, Math.min(5, Math.floor(value * 5.999)));

export interface HeatRow {
  id: string;
  name: string;
  onPress?: () => void;
  values: readonly (number | null)[];
  total?: number;
}

/**
 * Rows against columns, tone for amount; the number is in the cell's words, so colour is never alone.
 * `tail` names the one weakest cell of the view by row and column.
 */
export function HeatMap(props: {
  label: string;
  corner: string;
  columns: readonly string[];
  rows: readonly HeatRow[];
  totalName?: string;
  tail?: { row: string; column: number } | undefined;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key (WCAG 2.1.1)
    <section className="scroll" tabIndex={0} aria-label={props.label}>
      <table className="heat">
        <thead>
          <tr className="sk">
            <th scope="col">
              <div className="sortb">{props.corner}</div>
            </th>
            {props.columns.map((column) => (
              <th scope="col" key={column}>
                <span>{column}</span>
              </th>
            ))}
            {props.totalName && (
              <th scope="col">
                <span>{props.totalName}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="nm">
                {row.onPress ? (
                  <button type="button" className="heat-name" onClick={row.onPress}>
                    {row.name}
                  </button>
                ) : (
                  <span className="heat-name">{row.name}</span>
                )}
              </th>
              {row.values.map((value, column) => (
                <td key={props.columns[column]}>
                  <Cell value={value} tail={props.tail?.row === row.id && props.tail.column === column} />
                </td>
              ))}
              {row.total !== undefined && <td className="mean num">{score(row.total, 3)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ value, tail }: { value: number | null; tail: boolean }) {
  if (value === null) return <span className="faint">·</span>;
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" role="img" aria-label={score(value)} className="heat-cell">
      <title>{score(value)}</title>
      <rect className={classes(`q${tone(value)}`)} x="3" y="3" width="18" height="18" rx="3" />
      {tail && <rect className="stuckring" x="1.5" y="1.5" width="21" height="21" rx="4.5" />}
    </svg>
  );
}
