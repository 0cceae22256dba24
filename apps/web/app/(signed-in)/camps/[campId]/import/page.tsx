import { notFound } from 'next/navigation';
import { ImportFile } from '@/features/camps/import-file';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.import') });

export default function ImportPage({ params }: { params: Promise<{ campId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    const camp = await paint.read('camps.get', { campId });
    if (camp.myRole === 'student') notFound();
    return <ImportFile campId={campId} />;
  });
}
