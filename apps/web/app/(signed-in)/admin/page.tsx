import { notFound } from 'next/navigation';
import { Admin } from '@/features/identity/admin';
import { signedInPage } from '@/features/identity/signed-in-page';
import { USERS_A_PAGE } from '@/features/identity/users-a-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.admin') });

export default function AdminPage() {
  return signedInPage(async (paint, me) => {
    if (me.role !== 'admin') notFound();
    await Promise.all([paint.readPages('identity.listUsers', USERS_A_PAGE), paint.read('system.health', {})]);
    return <Admin />;
  });
}
