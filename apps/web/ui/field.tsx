'use client';
import { CircleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { classes } from './class-names';
import { Icon } from './icon';

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and how to go on; takes the hint's place. */
  error?: string | undefined;
}

interface Bound {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** The label above, the hint below, the error in the hint's place. */
function Field(props: FieldProps & { children: (bound: Bound) => ReactNode }) {
  const id = useId();
  const note = props.error ?? props.hint;
  return (
    <div className={classes('field', props.error !== undefined && 'wrong')}>
      <label htmlFor={id}>{props.label}</label>
      {props.children({
        id,
        'aria-describedby': note ? `${id}-note` : undefined,
        'aria-invalid': props.error !== undefined || undefined,
      })}
      {note && (
        <p className="hint" id={`${id}-note`} role={props.error ? 'alert' : undefined}>
          {props.error && <Icon of={CircleAlert} size="s" />}
          {note}
        </p>
      )}
    </div>
  );
}

type Own<P, Tag extends 'input' | 'select' | 'textarea'> = P & FieldProps & Omit<ComponentProps<Tag>, 'id'>;

export function Input({ label, hint, error, className, ...rest }: Own<object, 'input'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(bound) => <input {...rest} {...bound} className={classes('input', className)} />}
    </Field>
  );
}

export function Textarea({ label, hint, error, className, ...rest }: Own<object, 'textarea'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(bound) => <textarea {...rest} {...bound} className={classes('input', className)} />}
    </Field>
  );
}

/** The platform's own list: it is what a phone and a screen reader know best. */
export function Select({ label, hint, error, className, children, ...rest }: Own<object, 'select'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(bound) => (
        <select {...rest} {...bound} className={classes('input', className)}>
          {children}
        </select>
      )}
    </Field>
  );
}

type Tick = Omit<ComponentProps<'input'>, 'type' | 'children'> & { children: ReactNode };

export function Check({ children, ...rest }: Tick) {
  return (
    <label className="check">
      <input type="checkbox" {...rest} />
      {children}
    </label>
  );
}
export function Radio({ children, ...rest }: Tick) {
  return (
    <label className="check">
      <input type="radio" {...rest} />
      {children}
    </label>
  );
}
export function Switch({ children, ...rest }: Tick) {
  return (
    <label className="check">
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says its own state */}
      <input type="checkbox" role="switch" {...rest} />
      {children}
    </label>
  );
}
