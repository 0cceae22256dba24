'use client';
import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { classes } from './class-names';
import { Icon } from './icon';

/** A short list of words: Enter or a comma adds one, Backspace in the empty field takes the last. */
export function TagsInput(props: {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  values: readonly string[];
  most: number;
  removeLabel: (value: string) => string;
  onChange: (values: string[]) => void;
}) {
  const { values, onChange } = props;
  const id = useId();
  const [text, setText] = useState('');
  const add = (typed: string) => {
    const fresh = typed
      .split(/[,;\n]/)
      .map((each) => each.trim())
      .filter(Boolean);
    const known = new Set(values.map((each) => each.toLowerCase()));
    const added = fresh.filter((each) => !known.has(each.toLowerCase()) && known.add(each.toLowerCase()));
    if (added.length > 0) onChange([...values, ...added].slice(0, props.most));
    setText('');
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && text.trim()) {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '') onChange(values.slice(0, -1));
  };
  return (
    <div className={classes('field', props.error !== undefined && 'wrong')}>
      <label htmlFor={id}>{props.label}</label>
      <div className="input tags-input">
        {values.map((value) => (
          <span className="tag" key={value}>
            {value}
            <button
              type="button"
              aria-label={props.removeLabel(value)}
              onClick={() => onChange(values.filter((each) => each !== value))}
            >
              <Icon of={X} size="s" />
            </button>
          </span>
        ))}
        <input
          id={id}
          value={text}
          aria-describedby={`${id}-note`}
          maxLength={200}
          onChange={(event) =>
            /[,;]/.test(event.target.value) ? add(event.target.value) : setText(event.target.value)
          }
          onKeyDown={key}
          onBlur={() => text.trim() && add(text)}
        />
      </div>
      <p className="hint" id={`${id}-note`}>
        {props.error ?? props.hint}
      </p>
    </div>
  );
}
