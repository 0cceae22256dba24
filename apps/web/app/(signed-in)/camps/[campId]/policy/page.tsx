import { signedInPage } from '@/features/identity/signed-in-page';
import { PolicyEditor } from '@/features/matching/policy-editor';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.policy') });

export default function PolicyPage({ params }: { params: Promise<{ campId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    await Promise.all([paint.read('camps.get', { campId }), paint.read('matching.getPolicy', { campId })]);
    return <PolicyEditor campId={campId} />;
  });
}
