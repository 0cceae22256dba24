import { OpenThreadsPage } from '@/features/curriculum/tutor/open-threads-page';
import { TutorPage } from '@/features/curriculum/tutor/tutor-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { callAsReader } from '@/lib/api/server';
import { readerLocale } from '@/lib/i18n/server';

interface TutorProps {
  params: Promise<{ campId: string }>;
  searchParams: Promise<{ thread?: string; skill?: string }>;
}

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.tutor') });

export default function Tutor({ params, searchParams }: TutorProps) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    const { thread, skill } = await searchParams;
    const { myRole } = await paint.read('camps.get', { campId });
    if (myRole !== 'student') {
      await paint.read('tutor.settings', { campId });
      return <OpenThreadsPage campId={campId} />;
    }
    await paint.read('tutor.threads', { campId });
    const [at, begun] = await Promise.all([
      // An address with a conversation or a step that is gone still opens the page.
      skill ? callAsReader('curriculum.step', { campId, skill }).catch(() => null) : null,
      thread ? callAsReader('tutor.thread', { campId, threadId: thread }).catch(() => null) : null,
    ]);
    return <TutorPage campId={campId} thread={begun?.id ?? null} skill={at?.skill ?? null} />;
  });
}
