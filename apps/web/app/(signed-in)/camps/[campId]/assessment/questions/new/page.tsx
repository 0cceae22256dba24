import { filtersOf } from '@/features/assessment/bank/bank-asked';
import { NewItemPage } from '@/features/assessment/bank/item-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

interface NewItemRouteProps {
  params: Promise<{ campId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = async () => ({ title: (await readerLocale()).t('item.new') });

export default function NewItemRoute({ params, searchParams }: NewItemRouteProps) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    const { skill } = filtersOf(await searchParams);
    await Promise.all([paint.read('camps.get', { campId }), paint.read('assessmentSettings.get', { campId })]);
    return <NewItemPage campId={campId} skill={skill} />;
  });
}
