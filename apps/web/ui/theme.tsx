'use client';
import { SunMoon } from 'lucide-react';
import { useT } from '../lib/i18n/provider';
import { IconButton } from './button';
import { THEME_STORED_AS } from './theme-script';

export type Theme = 'system' | 'light' | 'dark';

export function setTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') {
    delete root.dataset.theme;
    localStorage.removeItem(THEME_STORED_AS);
  } else {
    root.dataset.theme = theme;
    localStorage.setItem(THEME_STORED_AS, theme);
  }
}

export function keptTheme(): Theme {
  const kept = localStorage.getItem(THEME_STORED_AS);
  return kept === 'dark' || kept === 'light' ? kept : 'system';
}

export function switchTheme(): void {
  const now = document.documentElement.dataset.theme;
  const dark = now ? now === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  setTheme(dark ? 'light' : 'dark');
}

export function ThemeSwitch() {
  const t = useT();
  return <IconButton icon={SunMoon} label={t('theme.switch')} onClick={switchTheme} />;
}
