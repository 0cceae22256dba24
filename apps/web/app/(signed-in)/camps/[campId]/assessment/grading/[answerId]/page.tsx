import { GradePage } from '@/features/assessment/staff/grade-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('staff.grading') });

export default function GradeRoute({ params }: { params: Promise<{ campId: string; answerId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId, answerId } = await params;
    await paint.read('grading.get', { campId, answerId });
    return <GradePage campId={campId} answerId={answerId} />;
  });
}
