'use client';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { classes } from '../class-names';
import { DAYS, HOURS, hourOf, paint } from './hours';

interface Stroke {
  from: number;
  to: number;
  free: boolean;
}

/**
 * The week as a grid to paint: press and drag over hours, by mouse or finger; by key, arrows move, Space paints, Shift
 * and an arrow paints on. `week` is 168 hours of 0 or 1 from Monday 0:00.
 */
export function WeekPaint(props: {
  week: string;
  onChange: (week: string) => void;
  label: string;
  days: readonly string[];
  /** The first hour shown of each day; those before keep what they are. */
  from?: number;
  /** Said of an hour: `Tuesday 14:00, free`. */
  say: (day: number, hour: number, free: boolean) => string;
}) {
  const { week, onChange, from = 0 } = props;
  const [stroke, setStroke] = useState<Stroke | null>(null);
  const [active, setActive] = useState(hourOf(0, 9));
  const grid = useRef<HTMLDivElement>(null);
  const shown = stroke ? paint(week, stroke.from, stroke.to, stroke.free) : week;

  const cellUnder = (event: PointerEvent): number | null => {
    const element = document.elementFromPoint(event.clientX, event.clientY);
    const cell = element instanceof HTMLElement ? element.dataset.hour : undefined;
    return cell === undefined ? null : Number(cell);
  };
  const press = (event: PointerEvent) => {
    const cell = cellUnder(event);
    if (cell === null || event.button !== 0) return;
    grid.current?.setPointerCapture(event.pointerId);
    setActive(cell);
    setStroke({ from: cell, to: cell, free: week[cell] !== '1' });
  };
  const drag = (event: PointerEvent) => {
    const cell = stroke && cellUnder(event);
    if (stroke && cell !== null && cell !== stroke.to) setStroke({ ...stroke, to: cell });
  };
  const lift = () => {
    if (stroke) onChange(shown);
    setStroke(null);
  };
  const key = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -HOURS, ArrowRight: HOURS };
    const move = moves[event.key];
    if (move !== undefined) {
      const next = active + move;
      const sameDay = Math.abs(move) > 1 || Math.floor(next / HOURS) === Math.floor(active / HOURS);
      if (next % HOURS < from || next < 0 || next >= DAYS * HOURS || !sameDay) return event.preventDefault();
      if (event.shiftKey) onChange(paint(week, active, next, week[active] === '1'));
      setActive(next);
      grid.current?.querySelector<HTMLElement>(`[data-hour="${next}"]`)?.focus();
    } else if (event.key === ' ' || event.key === 'Enter') onChange(paint(week, active, active, week[active] !== '1'));
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table has no selectable cells; the grid pattern has
    <div
      ref={grid}
      className="week-paint"
      role="grid"
      aria-label={props.label}
      aria-multiselectable="true"
      tabIndex={-1}
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={lift}
      onPointerCancel={() => setStroke(null)}
      onKeyDown={key}
    >
      <Row>
        {/* biome-ignore lint/a11y/useSemanticElements: part of the grid pattern */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: heads are read, not operated */}
        <span role="columnheader" className="sr">
          {props.label}
        </span>
        {props.days.map((day) => (
          // biome-ignore lint/a11y/useSemanticElements: part of the grid pattern
          // biome-ignore lint/a11y/useFocusableInteractive: heads are read, not operated
          <span key={day} role="columnheader" className="week-day">
            {day}
          </span>
        ))}
      </Row>
      {Array.from({ length: HOURS - from }, (_, row) => from + row).map((hour) => (
        <Row key={hour}>
          {/* biome-ignore lint/a11y/useSemanticElements: part of the grid pattern */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: heads are read, not operated */}
          <span role="rowheader" className={classes('week-hour', hour % 2 === 1 && 'odd')}>
            {hour}:00
          </span>
          {props.days.map((day, index) => {
            const at = hourOf(index, hour);
            const free = shown[at] === '1';
            return (
              // biome-ignore lint/a11y/useSemanticElements: part of the grid pattern
              <span
                key={day}
                role="gridcell"
                data-hour={at}
                aria-selected={free}
                aria-label={props.say(index, hour, free)}
                tabIndex={at === active ? 0 : -1}
                className={classes('week-cell', free && 'on')}
                onFocus={() => setActive(at)}
              />
            );
          })}
        </Row>
      ))}
    </div>
  );
}

function Row(props: { children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid pattern
    // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus
    <div role="row" className="week-row">
      {props.children}
    </div>
  );
}
