'use client';
import { type ReactNode, useState } from 'react';
import { Input } from './field';

/** A number from `min` to `max`; while what is typed is no such number, the last good one holds. Empty gives undefined. */
export function NumberInput(props: {
  label: ReactNode;
  value: number | undefined;
  min: number;
  max: number;
  step?: number;
  placeholder?: string;
  hint?: ReactNode;
  error?: string | undefined;
  onChange: (value: number | undefined) => void;
}) {
  const { value, min, max, step = 1, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string) => {
    setTyped(text);
    const number = Number(text);
    if (text.trim() === '') onChange(undefined);
    else if (Number.isFinite(number) && number >= min && number <= max && (step !== 1 || Number.isInteger(number)))
      onChange(number);
  };
  return (
    <Input
      label={props.label}
      hint={props.hint}
      error={props.error}
      type="number"
      inputMode={step === 1 ? 'numeric' : 'decimal'}
      min={min}
      max={max}
      step={step}
      placeholder={props.placeholder}
      value={typed ?? value ?? ''}
      onChange={(event) => take(event.target.value)}
      onBlur={() => setTyped(null)}
    />
  );
}
