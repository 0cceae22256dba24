import { Students } from '@/features/camps/students';
import { studentsAsked } from '@/features/camps/students-asked';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

interface StudentsPageProps {
  params: Promise<{ campId: string }>;
  searchParams: Promise<{ search?: string }>;
}

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.students') });

export default function StudentsPage({ params, searchParams }: StudentsPageProps) {
  return signedInPage(async (paint) => {
    const [{ campId }, { search = '' }] = await Promise.all([params, searchParams]);
    await Promise.all([
      paint.read('camps.get', { campId }),
      paint.readPages('camps.members', studentsAsked(campId, search)),
    ]);
    return <Students campId={campId} search={search} />;
  });
}
