export const LOCALES = { en: 'English', es: 'Español' } as const;
export type Locale = keyof typeof LOCALES;

export const LOCALE_COOKIE = 'tailcamp_locale';

export const isLocale = (text: string): text is Locale => text in LOCALES;

/** The best of ours for an `Accept-Language` header (RFC 9110, 12.5.4), English where none fits. */
export function preferredLocale(acceptLanguage: string): Locale {
  const asked = acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find((value) => value !== undefined);
      return { language: tag.split('-')[0]?.toLowerCase() ?? '', quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of asked) if (isLocale(language)) return language;
  return 'en';
}
