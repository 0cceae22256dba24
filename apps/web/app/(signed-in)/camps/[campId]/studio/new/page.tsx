import { NewLessonPage } from '@/features/curriculum/studio/lesson-page';
import { filtersOf } from '@/features/curriculum/studio/studio-asked';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

interface NewLessonRouteProps {
  params: Promise<{ campId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = async () => ({ title: (await readerLocale()).t('studio.new') });

export default function NewLessonRoute({ params, searchParams }: NewLessonRouteProps) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    const { skill } = filtersOf(await searchParams);
    await Promise.all([paint.read('camps.get', { campId }), paint.read('assessmentSettings.get', { campId })]);
    return <NewLessonPage campId={campId} skill={skill} />;
  });
}
