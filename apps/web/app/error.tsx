'use client';
import { useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Mark } from '@/ui/mark';
import { Trail } from '@/ui/trail';

export default function Broken({ reset }: { error: Error; reset: () => void }) {
  const t = useT();
  return (
    <main id="main" className="lost">
      <Mark />
      <h1>{t('error.title')}</h1>
      <p className="muted">{t('error.lead')}</p>
      <div className="row">
        <Button tone="primary" onClick={reset}>
          {t('action.retry')}
        </Button>
        <ButtonLink tone="quiet" href="/">
          {t('error.home')}
        </ButtonLink>
      </div>
      <Trail />
    </main>
  );
}
