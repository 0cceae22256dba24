import { ProfilePage } from '@/features/camps/profile';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.profile') });

export default function MyProfilePage() {
  return signedInPage(async (paint) => {
    await paint.read('camps.myProfile', {});
    return <ProfilePage />;
  });
}
