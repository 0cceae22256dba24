'use client';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Locale } from './locales';
import { type Messages, type Translate, translator } from './translate';

interface Spoken {
  locale: Locale;
  t: Translate;
}
const Spoken = createContext<Spoken | null>(null);

/** Gives the words of one locale to everything below. */
export function LocaleProvider(props: { locale: Locale; messages: Messages; children: ReactNode }) {
  const { locale, messages } = props;
  const spoken = useMemo(() => ({ locale, t: translator(locale, messages) }), [locale, messages]);
  return <Spoken value={spoken}>{props.children}</Spoken>;
}

function useSpoken(): Spoken {
  const spoken = useContext(Spoken);
  if (!spoken) throw new Error('No LocaleProvider above');
  return spoken;
}
export const useT = (): Translate => useSpoken().t;
export const useLocale = (): Locale => useSpoken().locale;
