import { notFound } from 'next/navigation';
import { PracticePage } from '@/features/assessment/practice/practice-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

interface PracticeProps {
  params: Promise<{ campId: string }>;
  searchParams: Promise<{ skill?: string }>;
}

export const generateMetadata = async () => ({ title: (await readerLocale()).t('practice.title') });

export default function Practice({ params, searchParams }: PracticeProps) {
  return signedInPage(async (paint) => {
    const [{ campId }, { skill = null }] = await Promise.all([params, searchParams]);
    const { myRole } = await paint.read('camps.get', { campId });
    if (myRole !== 'student') notFound();
    return <PracticePage campId={campId} skill={skill} />;
  });
}
