import { questionOf, searched } from '@/features/curriculum/search/search-asked';
import { SearchPage } from '@/features/curriculum/search/search-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

interface SearchRouteProps {
  params: Promise<{ campId: string }>;
  searchParams: Promise<{ q?: string | string[] }>;
}

export const generateMetadata = async () => ({ title: (await readerLocale()).t('search.title') });

export default function SearchRoute({ params, searchParams }: SearchRouteProps) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    const question = questionOf((await searchParams).q);
    await Promise.all([
      paint.read('camps.get', { campId }),
      ...(question === '' ? [] : [paint.read('content.search', searched(campId, question))]),
    ]);
    return <SearchPage key={question} campId={campId} question={question} />;
  });
}
