import { notFound } from 'next/navigation';
import { ClassMapPage } from '@/features/curriculum/class/class-map-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.classMap') });

export default function ClassMap({ params }: { params: Promise<{ campId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    const { myRole } = await paint.read('camps.get', { campId });
    if (myRole === 'student') notFound();
    await Promise.all([
      paint.read('assessmentSettings.get', { campId }),
      paint.read('classPaths.settings', { campId }),
    ]);
    return <ClassMapPage campId={campId} />;
  });
}
