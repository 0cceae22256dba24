import { Join } from '@/features/camps/join';
import { EntryForm } from '@/features/identity/entry';
import { FirstPaint } from '@/lib/api/first-paint';
import { isCode } from '@/lib/api/problem';
import { reader } from '@/lib/api/reader';
import { readerLocale } from '@/lib/i18n/server';
import { ButtonLink } from '@/ui/button';

export default async function JoinPage({ params }: { params: Promise<{ code: string }> }) {
  const [{ code }, { t }, me] = await Promise.all([params, readerLocale(), reader()]);
  const paint = new FirstPaint();
  try {
    await paint.read('camps.preview', { code });
  } catch (error) {
    if (!isCode(error, 'not_found', 'invalid_input')) throw error;
    return (
      <EntryForm title={t('join.gone')} lead={t('join.goneLead')}>
        <ButtonLink tone="primary" size="large" href="/">
          {t('error.home')}
        </ButtonLink>
      </EntryForm>
    );
  }
  return paint.give(<Join code={code} signedIn={me !== null} />);
}
