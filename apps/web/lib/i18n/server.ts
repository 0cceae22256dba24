import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { isLocale, LOCALE_COOKIE, type Locale, preferredLocale } from './locales';
import { type Messages, type Translate, translator } from './translate';

const CATALOGUES: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('../../messages/en/index'),
  es: () => import('../../messages/es/index'),
};

/** The reader's locale, by their choice in a cookie, else by the browser's wish; and its words. */
export const readerLocale = cache(async (): Promise<{ locale: Locale; messages: Messages; t: Translate }> => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value ?? '';
  const locale = isLocale(chosen) ? chosen : preferredLocale((await headers()).get('accept-language') ?? '');
  const { default: messages } = await CATALOGUES[locale]();
  return { locale, messages, t: translator(locale, messages) };
});
