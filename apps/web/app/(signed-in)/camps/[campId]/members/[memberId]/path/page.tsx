import { MemberPathPage } from '@/features/curriculum/class/member-path-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.path') });

export default function MemberPath({ params }: { params: Promise<{ campId: string; memberId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId, memberId } = await params;
    await Promise.all([paint.read('camps.get', { campId }), paint.read('classPaths.of', { campId, memberId })]);
    return <MemberPathPage campId={campId} memberId={memberId} />;
  });
}
