import { gradingAsked } from '@/features/assessment/staff/grading-asked';
import { GradingPage } from '@/features/assessment/staff/grading-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('staff.grading') });

export default function GradingRoute({ params }: { params: Promise<{ campId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    await Promise.all([paint.read('camps.get', { campId }), paint.readPages('grading.queue', gradingAsked(campId))]);
    return <GradingPage campId={campId} />;
  });
}
