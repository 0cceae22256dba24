import type { Metadata } from 'next';
import { ExamPage } from '@/features/assessment/exam/exam-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { callAsReader } from '@/lib/api/server';
import { titleOf } from '@/lib/api/title-of';

interface AttemptPageProps {
  params: Promise<{ attemptId: string }>;
}

export async function generateMetadata({ params }: AttemptPageProps): Promise<Metadata> {
  return titleOf(
    async () => (await callAsReader('assessment.get', { attemptId: (await params).attemptId })).track.title,
  );
}

export default function AttemptPage({ params }: AttemptPageProps) {
  return signedInPage(async (paint) => {
    const { attemptId } = await params;
    await Promise.all([paint.read('assessment.get', { attemptId }), paint.read('identity.me', {})]);
    return <ExamPage attemptId={attemptId} />;
  });
}
