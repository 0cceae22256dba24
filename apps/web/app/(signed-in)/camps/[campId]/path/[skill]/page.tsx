import { notFound } from 'next/navigation';
import { LearnPage } from '@/features/curriculum/step/step-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

interface StepProps {
  params: Promise<{ campId: string; skill: string }>;
}

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.path') });

export default function Step({ params }: StepProps) {
  return signedInPage(async (paint) => {
    const { campId, skill } = await params;
    const { myRole } = await paint.read('camps.get', { campId });
    if (myRole !== 'student') notFound();
    await paint.read('curriculum.step', { campId, skill });
    return <LearnPage key={skill} campId={campId} skill={skill} />;
  });
}
