import { EntryForm } from '@/features/identity/entry';
import { SignForm } from '@/features/identity/sign-form';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('sign.up') });

export default async function SignUpPage() {
  const { t } = await readerLocale();
  return (
    <EntryForm title={t('sign.upTitle')} lead={t('sign.upLead')}>
      <SignForm kind="up" />
    </EntryForm>
  );
}
