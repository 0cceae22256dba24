import { MySkillsPage } from '@/features/assessment/profile/profile-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.skills') });

export default function SkillsPage({ params }: { params: Promise<{ campId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    await Promise.all([paint.read('camps.get', { campId }), paint.read('skillProfiles.mine', { campId })]);
    return <MySkillsPage campId={campId} />;
  });
}
