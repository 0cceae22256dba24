import { signedInPage } from '@/features/identity/signed-in-page';
import { ComparePage } from '@/features/matching/what-if/compare-page';
import { SCENARIOS_A_PAGE } from '@/features/matching/what-if/scenarios-a-page';
import { readerLocale } from '@/lib/i18n/server';

interface CompareRouteProps {
  params: Promise<{ campId: string; runId: string }>;
}

export const generateMetadata = async () => ({ title: (await readerLocale()).t('whatIf.compare') });

export default function CompareRoute({ params }: CompareRouteProps) {
  return signedInPage(async (paint) => {
    const { campId, runId } = await params;
    await Promise.all([
      paint.read('matching.get', { campId, runId }),
      paint.read('scenarios.list', { campId, runId, ...SCENARIOS_A_PAGE }),
    ]);
    return <ComparePage campId={campId} runId={runId} />;
  });
}
