import { signedInPage } from '@/features/identity/signed-in-page';
import { Runs } from '@/features/matching/runs';
import { RUNS_A_PAGE } from '@/features/matching/runs-a-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.matching') });

export default function MatchingPage({ params }: { params: Promise<{ campId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    await Promise.all([
      paint.read('camps.get', { campId }),
      paint.readPages('matching.list', { campId, ...RUNS_A_PAGE }),
      paint.read('matching.getPolicy', { campId }),
    ]);
    return <Runs campId={campId} />;
  });
}
