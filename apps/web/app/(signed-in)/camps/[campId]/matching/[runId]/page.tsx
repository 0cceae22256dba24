import { signedInPage } from '@/features/identity/signed-in-page';
import { RunPage } from '@/features/matching/run-page';

interface RunRouteProps {
  params: Promise<{ campId: string; runId: string }>;
}

export default function RunRoute({ params }: RunRouteProps) {
  return signedInPage(async (paint) => {
    const { campId, runId } = await params;
    await Promise.all([paint.read('camps.get', { campId }), paint.read('matching.get', { campId, runId })]);
    return <RunPage campId={campId} runId={runId} />;
  });
}
