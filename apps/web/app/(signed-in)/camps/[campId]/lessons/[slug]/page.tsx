import { FoundLessonPage } from '@/features/curriculum/search/lesson-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('search.lesson') });

export default function LessonRoute({ params }: { params: Promise<{ campId: string; slug: string }> }) {
  return signedInPage(async (paint) => {
    const { campId, slug: lesson } = await params;
    await Promise.all([paint.read('camps.get', { campId }), paint.read('content.lesson', { campId, lesson })]);
    return <FoundLessonPage key={lesson} campId={campId} lesson={lesson} />;
  });
}
