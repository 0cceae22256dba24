'use client';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

/** A filter that is on or off, with how many it would show. */
export function Chip(props: { pressed: boolean; onPress: () => void; count?: ReactNode; children: ReactNode }) {
  return (
    <button type="button" className="chip" aria-pressed={props.pressed} onClick={props.onPress}>
      {props.children}
      {props.count !== undefined && <span className="num">{props.count}</span>}
    </button>
  );
}

export interface Segment<V extends string> {
  value: V;
  label: string;
  icon?: LucideIcon;
}
/** One of a few views, all of them in sight. With an icon the label is spoken, not shown. */
export function Segmented<V extends string>(props: {
  label: string;
  value: V;
  options: readonly Segment<V>[];
  onChange: (value: V) => void;
  className?: string;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame; the role says the same
    <div className={`seg ${props.className ?? ''}`} role="group" aria-label={props.label}>
      {props.options.map(({ value, label, icon }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === props.value}
          aria-label={icon ? label : undefined}
          title={icon ? label : undefined}
          onClick={() => props.onChange(value)}
        >
          {icon ? <Icon of={icon} size="s" /> : label}
        </button>
      ))}
    </div>
  );
}
