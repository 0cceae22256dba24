import { notFound } from 'next/navigation';
import { PathPage } from '@/features/curriculum/path/path-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.path') });

export default function Path({ params }: { params: Promise<{ campId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    const { myRole } = await paint.read('camps.get', { campId });
    if (myRole !== 'student') notFound();
    await paint.read('curriculum.path', { campId });
    return <PathPage campId={campId} />;
  });
}
