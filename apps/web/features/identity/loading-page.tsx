import { readerLocale } from '@/lib/i18n/server';
import { Bone, Bones } from '@/ui/states';

/** While a page is read: its head and its rows, in bones. */
export async function LoadingPage() {
  const { t } = await readerLocale();
  return (
    <>
      <div className="top" />
      <main id="main" className="page">
        <Bone width={320} height={24} />
        <div className="card">
          <Bones label={t('state.loading')} rows={6} />
        </div>
      </main>
    </>
  );
}
