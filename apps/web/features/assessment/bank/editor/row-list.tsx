'use client';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Button, IconButton } from '@/ui/button';
import { classes } from '@/ui/class-names';

const FIELD = 'input[type="text"], input:not([type]), input[type="number"], textarea';

/**
 * Rows that are added, taken away and put in another order: by their buttons, or from inside a row by Alt with the up
 * and down arrows. The focus goes with what moved, and into what was added.
 */
export function RowList<R extends { key: string }>(props: {
  label: string;
  rows: readonly R[];
  least: number;
  most: number;
  /** Rows that stand in no order are not moved. */
  fixed?: boolean;
  addLabel: string;
  error?: string | undefined;
  fresh: () => R;
  onChange: (rows: readonly R[]) => void;
  children: (row: R, at: number, set: (change: Partial<R>) => void) => ReactNode;
}) {
  const t = useT();
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<string | null>(null);
  const { label, rows, least, most, fixed, fresh, onChange } = props;
  useEffect(() => {
    if (wanted.current === null) return;
    list.current?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = null;
  });
  const move = (from: number, to: number, focus: string) => {
    const row = rows[from];
    if (row === undefined || to < 0 || to >= rows.length) return;
    const rest = rows.filter((_, at) => at !== from);
    wanted.current = `[data-key="${row.key}"] ${focus}`;
    onChange([...rest.slice(0, to), row, ...rest.slice(to)]);
  };
  const byKey = (event: KeyboardEvent, at: number) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0 || !event.altKey || fixed) return;
    event.preventDefault();
    const field = event.target instanceof HTMLElement ? event.target.dataset.field : undefined;
    move(at, at + step, field === undefined ? ':is(input, textarea)' : `[data-field="${field}"]`);
  };
  const add = () => {
    const row = fresh();
    wanted.current = `[data-key="${row.key}"] :is(${FIELD})`;
    onChange([...rows, row]);
  };
  return (
    <fieldset className={classes('rows', props.error !== undefined && 'wrong')}>
      <legend>{label}</legend>
      <ol ref={list}>
        {rows.map((row, at) => (
          <li key={row.key} data-key={row.key} onKeyDown={(event) => byKey(event, at)}>
            <div className="grow">
              {props.children(row, at, (change) =>
                onChange(rows.map((each) => (each.key === row.key ? { ...each, ...change } : each))),
              )}
            </div>
            <div className="row-do">
              {!fixed && (
                <>
                  <IconButton
                    icon={ArrowUp}
                    small
                    label={t('item.up', { name: label, row: at + 1 })}
                    disabled={at === 0}
                    onClick={() => move(at, at - 1, '.row-do .ib:not(:disabled)')}
                  />
                  <IconButton
                    icon={ArrowDown}
                    small
                    label={t('item.down', { name: label, row: at + 1 })}
                    disabled={at === rows.length - 1}
                    onClick={() => move(at, at + 1, '.row-do .ib:not(:disabled)')}
                  />
                </>
              )}
              <IconButton
                icon={X}
                small
                label={t('item.without', { name: label, row: at + 1 })}
                disabled={rows.length <= least}
                onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
              />
            </div>
          </li>
        ))}
      </ol>
      {props.error !== undefined && (
        <p className="hint bad" role="alert">
          {props.error}
        </p>
      )}
      {rows.length < most && (
        <Button size="small" tone="quiet" icon={Plus} onClick={add}>
          {props.addLabel}
        </Button>
      )}
    </fieldset>
  );
}
