import { AssessmentOverview } from '@/features/assessment/overview-page';
import { ClassPage } from '@/features/assessment/staff/class-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.assessment') });

/** Students take it here, staff see how the class did. */
export default function AssessmentPage({ params }: { params: Promise<{ campId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    const { myRole } = await paint.read('camps.get', { campId });
    if (myRole === 'student') {
      await paint.read('assessment.overview', { campId });
      return <AssessmentOverview campId={campId} />;
    }
    await paint.read('assessmentSettings.get', { campId });
    return <ClassPage campId={campId} />;
  });
}
