import { describe, expect, it } from 'vitest';
import en from '../../messages/en/index';
import es from '../../messages/es/index';
import { preferredLocale } from './locales';
import { translator } from './translate';

describe('translator', () => {
  it('chooses the plural form and writes numbers in the locale', () => {
    const t = translator('en', en);
    expect(t('count.students', { count: 1 })).toBe('1 student');
    expect(t('count.students', { count: 1200 })).toBe('1,200 students');
    expect(translator('es', es)('count.students', { count: 120 })).toBe('120 estudiantes');
  });
});

describe('the catalogues', () => {
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  it.each(Object.keys(en) as (keyof typeof en)[])('%s takes the same values in Spanish', (key) => {
    expect(es[key], key).toBeTruthy();
    expect(names(es[key])).toEqual(names(en[key]));
  });
  it('have the same keys', () => expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort()));
});

describe('preferredLocale', () => {
  it('takes the best that we speak', () => {
    expect(preferredLocale('de;q=0.9, es-MX;q=0.8, en;q=0.7')).toBe('es');
    expect(preferredLocale('en-GB, es;q=0.5')).toBe('en');
    expect(preferredLocale('fr, es;q=0')).toBe('en');
    expect(preferredLocale('')).toBe('en');
  });
});
