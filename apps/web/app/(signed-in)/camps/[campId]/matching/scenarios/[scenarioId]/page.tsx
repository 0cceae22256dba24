import { signedInPage } from '@/features/identity/signed-in-page';
import { ScenarioPage } from '@/features/matching/what-if/scenario-page';
import { callAsReader } from '@/lib/api/server';
import { titleOf } from '@/lib/api/title-of';

interface ScenarioRouteProps {
  params: Promise<{ campId: string; scenarioId: string }>;
}

export const generateMetadata = async ({ params }: ScenarioRouteProps) =>
  titleOf(async () => (await callAsReader('scenarios.get', await params)).name);

export default function ScenarioRoute({ params }: ScenarioRouteProps) {
  return signedInPage(async (paint) => {
    const { campId, scenarioId } = await params;
    const { runId } = await paint.read('scenarios.get', { campId, scenarioId });
    await Promise.all([paint.read('camps.get', { campId }), paint.read('matching.get', { campId, runId })]);
    return <ScenarioPage campId={campId} scenarioId={scenarioId} runId={runId} />;
  });
}
