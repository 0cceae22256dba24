import { EntryForm } from '@/features/identity/entry';
import { SignForm } from '@/features/identity/sign-form';
import { callAsReader } from '@/lib/api/server';
import { readerLocale } from '@/lib/i18n/server';
import { ButtonLink } from '@/ui/button';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('landing.setUp') });

export default async function SetupPage() {
  const { t } = await readerLocale();
  const { needed } = await callAsReader('identity.setupState', {});
  if (!needed)
    return (
      <EntryForm title={t('setup.done')}>
        <ButtonLink tone="primary" size="large" href="/sign-in">
          {t('sign.in')}
        </ButtonLink>
      </EntryForm>
    );
  return (
    <EntryForm title={t('setup.title')} lead={t('setup.lead')}>
      <SignForm kind="setup" />
    </EntryForm>
  );
}
