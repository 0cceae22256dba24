import { ResultPage } from '@/features/assessment/results/result-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { callAsReader } from '@/lib/api/server';
import { titleOf } from '@/lib/api/title-of';

interface ResultRouteProps {
  params: Promise<{ attemptId: string }>;
}

export const generateMetadata = ({ params }: ResultRouteProps) =>
  titleOf(async () => (await callAsReader('assessment.result', { attemptId: (await params).attemptId })).track.title);

export default function ResultRoute({ params }: ResultRouteProps) {
  return signedInPage(async (paint) => {
    const { attemptId } = await params;
    await Promise.all([paint.read('assessment.result', { attemptId }), paint.read('identity.me', {})]);
    return <ResultPage attemptId={attemptId} />;
  });
}
