import { notFound } from 'next/navigation';
import { ReadThreadPage } from '@/features/curriculum/tutor/read-thread-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

interface ThreadProps {
  params: Promise<{ campId: string; threadId: string }>;
}

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.tutor') });

export default function Thread({ params }: ThreadProps) {
  return signedInPage(async (paint) => {
    const { campId, threadId } = await params;
    const { myRole } = await paint.read('camps.get', { campId });
    if (myRole === 'student') notFound();
    await paint.read('tutor.read', { campId, threadId });
    return <ReadThreadPage campId={campId} threadId={threadId} />;
  });
}
