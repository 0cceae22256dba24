import { CalibrationsPage } from '@/features/assessment/calibration/calibrations-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('staff.calibration') });

export default function CalibrationsRoute({ params }: { params: Promise<{ campId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    await Promise.all([paint.read('camps.get', { campId }), paint.read('calibrations.list', { campId })]);
    return <CalibrationsPage campId={campId} />;
  });
}
