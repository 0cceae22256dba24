import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { AnswersProvider } from '@/lib/api/provider';
import { LocaleProvider } from '@/lib/i18n/provider';
import { readerLocale } from '@/lib/i18n/server';
import { THEME_SCRIPT } from '@/ui/theme-script';
import { ToastRegion } from '@/ui/toast';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'TailCamp', template: '%s · TailCamp' },
  description: 'Learn by building together: groups that work, formed and explained.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f7f4' },
    { media: '(prefers-color-scheme: dark)', color: '#0d1412' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, messages, t } = await readerLocale();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    // The theme script sets data-theme before React looks.
    <html lang={locale} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, run before the first paint */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        <a className="skip" href="#main">
          {t('nav.skip')}
        </a>
        <LocaleProvider locale={locale} messages={messages}>
          <AnswersProvider>
            {children}
            <ToastRegion />
          </AnswersProvider>
        </LocaleProvider>
      </body>
    </html>
  );
}
