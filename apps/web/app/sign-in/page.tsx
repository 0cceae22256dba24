import { EntryForm } from '@/features/identity/entry';
import { SignForm } from '@/features/identity/sign-form';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('sign.in') });

export default async function SignInPage() {
  const { t } = await readerLocale();
  return (
    <EntryForm title={t('sign.inTitle')}>
      <SignForm kind="in" />
    </EntryForm>
  );
}
