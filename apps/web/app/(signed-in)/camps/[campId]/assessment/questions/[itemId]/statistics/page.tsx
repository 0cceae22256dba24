import { StatisticsPage } from '@/features/assessment/bank/statistics-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('item.tabStatistics') });

export default function StatisticsRoute({ params }: { params: Promise<{ campId: string; itemId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId, itemId } = await params;
    await Promise.all([
      paint.read('camps.get', { campId }),
      paint.read('itemBank.get', { campId, itemId }),
      paint.read('itemBank.statistics', { campId, itemId }),
    ]);
    return <StatisticsPage campId={campId} itemId={itemId} />;
  });
}
