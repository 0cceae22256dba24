import { CalibrationPage } from '@/features/assessment/calibration/calibration-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

interface CalibrationRouteProps {
  params: Promise<{ campId: string; calibrationId: string }>;
}

export const generateMetadata = async () => ({ title: (await readerLocale()).t('staff.calibration') });

export default function CalibrationRoute({ params }: CalibrationRouteProps) {
  return signedInPage(async (paint) => {
    const { campId, calibrationId } = await params;
    await Promise.all([paint.read('camps.get', { campId }), paint.read('calibrations.get', { campId, calibrationId })]);
    return <CalibrationPage campId={campId} calibrationId={calibrationId} />;
  });
}
