import { AssessmentSettingsPage } from '@/features/assessment/settings/settings-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.assessment') });

export default function AssessmentSettingsRoute({ params }: { params: Promise<{ campId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    await Promise.all([paint.read('camps.get', { campId }), paint.read('assessmentSettings.get', { campId })]);
    return <AssessmentSettingsPage campId={campId} />;
  });
}
