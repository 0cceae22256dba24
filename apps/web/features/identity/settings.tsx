'use client';
import { useEffect, useState } from 'react';
import { useGiven } from '@/lib/api/query';
import { isLocale, LOCALE_COOKIE, LOCALES } from '@/lib/i18n/locales';
import { useLocale, useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Segmented } from '@/ui/choice';
import { Select } from '@/ui/field';
import { Avatar, Tag } from '@/ui/marks';
import { Page } from '@/ui/shell/page';
import { keptTheme, setTheme, type Theme } from '@/ui/theme';
import { useDates } from '@/ui/time';
import { signOut } from './account-menu';

const A_YEAR_S = 31_536_000;

export function Settings() {
  const t = useT();
  const dates = useDates();
  const me = useGiven('identity.me', {});
  return (
    <Page crumbs={[{ label: t('nav.home'), href: '/' }, { label: t('nav.settings') }]} className="narrow-page">
      <Title>{t('settings.title')}</Title>
      <Card title={t('settings.account')}>
        <div className="row pad">
          <Avatar of={me} size="x" />
          <div className="grow">
            <b>{me.name}</b>
            <p className="note muted clip">{me.email}</p>
          </div>
          <Tag>{t(`role.${me.role}`)}</Tag>
        </div>
        <p className="small muted foot">{t('settings.since', { date: dates.day(me.createdAt) })}</p>
      </Card>
      <Look />
      <Card title={t('settings.sessions')}>
        <p className="note muted pad">{t('settings.sessionsLead')}</p>
        <div className="foot">
          <Button tone="danger" onClick={() => void signOut(true)}>
            {t('settings.signOutEverywhere')}
          </Button>
        </div>
      </Card>
    </Page>
  );
}

function Look() {
  const t = useT();
  const locale = useLocale();
  const [theme, choose] = useState<Theme>('system');
  useEffect(() => choose(keptTheme()), []);
  const change = (next: Theme) => {
    setTheme(next);
    choose(next);
  };
  const speak = (next: string) => {
    if (!isLocale(next)) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser yet
    document.cookie = `${LOCALE_COOKIE}=${next}; path=/; max-age=${A_YEAR_S}; samesite=lax`;
    location.reload();
  };
  return (
    <Card title={t('settings.look')}>
      <div className="pad form-grid">
        <div className="field">
          <span className="label">{t('settings.theme')}</span>
          <Segmented
            label={t('settings.theme')}
            value={theme}
            onChange={change}
            options={[
              { value: 'system', label: t('settings.themeSystem') },
              { value: 'light', label: t('settings.themeLight') },
              { value: 'dark', label: t('settings.themeDark') },
            ]}
          />
        </div>
        <Select label={t('settings.language')} value={locale} onChange={(event) => speak(event.target.value)}>
          {Object.entries(LOCALES).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </div>
    </Card>
  );
}
