import { readerLocale } from '@/lib/i18n/server';
import { ButtonLink } from '@/ui/button';
import { Mark } from '@/ui/mark';
import { Trail } from '@/ui/trail';

export default async function NotFound() {
  const { t } = await readerLocale();
  return (
    <main id="main" className="lost">
      <Mark />
      <h1>{t('error.missing')}</h1>
      <p className="muted">{t('error.missingLead')}</p>
      <ButtonLink tone="primary" href="/">
        {t('error.home')}
      </ButtonLink>
      <Trail />
    </main>
  );
}
