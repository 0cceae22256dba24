import { bankAsked, filtersOf } from '@/features/assessment/bank/bank-asked';
import { BankPage } from '@/features/assessment/bank/bank-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

interface BankRouteProps {
  params: Promise<{ campId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = async () => ({ title: (await readerLocale()).t('staff.questions') });

export default function BankRoute({ params, searchParams }: BankRouteProps) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    const filters = filtersOf(await searchParams);
    await Promise.all([
      paint.read('camps.get', { campId }),
      paint.read('assessmentSettings.get', { campId }),
      paint.readPages('itemBank.search', bankAsked(campId, filters)),
    ]);
    return <BankPage campId={campId} filters={filters} />;
  });
}
