import { MemberSkillsPage } from '@/features/assessment/profile/profile-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.skills') });

export default function MemberSkills({ params }: { params: Promise<{ campId: string; memberId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId, memberId } = await params;
    await Promise.all([paint.read('camps.get', { campId }), paint.read('skillProfiles.of', { campId, memberId })]);
    return <MemberSkillsPage campId={campId} memberId={memberId} />;
  });
}
