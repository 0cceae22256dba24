import { ItemPage } from '@/features/assessment/bank/item-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('staff.questions') });

export default function ItemRoute({ params }: { params: Promise<{ campId: string; itemId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId, itemId } = await params;
    await Promise.all([
      paint.read('camps.get', { campId }),
      paint.read('assessmentSettings.get', { campId }),
      paint.read('itemBank.get', { campId, itemId }),
    ]);
    return <ItemPage campId={campId} itemId={itemId} />;
  });
}
