import { LessonPage } from '@/features/curriculum/studio/lesson-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.studio') });

export default function LessonRoute({ params }: { params: Promise<{ campId: string; slug: string }> }) {
  return signedInPage(async (paint) => {
    const { campId, slug: lessonId } = await params;
    await Promise.all([
      paint.read('camps.get', { campId }),
      paint.read('assessmentSettings.get', { campId }),
      paint.read('studio.get', { campId, lessonId }),
    ]);
    return <LessonPage campId={campId} lessonId={lessonId} />;
  });
}
