import { FileUp, Shuffle, SlidersHorizontal, Tent } from 'lucide-react';
import { readerLocale } from '@/lib/i18n/server';
import { ButtonLink } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Entry } from './entry';
import { ExampleGroup } from './example-group';
import { ResumeQuietly } from './resume-quietly';

/** What TailCamp is, for whoever is not signed in. */
export async function Landing({ setUpNeeded }: { setUpNeeded: boolean }) {
  const { t } = await readerLocale();
  const steps = [
    { icon: FileUp, text: t('landing.step1') },
    { icon: SlidersHorizontal, text: t('landing.step2') },
    { icon: Shuffle, text: t('landing.step3') },
    { icon: Tent, text: t('landing.step4') },
  ];
  const start = setUpNeeded ? { href: '/setup', text: t('landing.setUp') } : { href: '/sign-in', text: t('sign.in') };
  return (
    <Entry>
      <ResumeQuietly />
      <main id="main" className="landing">
        <div className="say">
          <h1>{t('landing.title')}</h1>
          <p className="lead">{t('landing.lead')}</p>
          <div className="row">
            <ButtonLink tone="primary" size="large" href={start.href}>
              {start.text}
            </ButtonLink>
            {!setUpNeeded && (
              <ButtonLink tone="quiet" size="large" href="/sign-up">
                {t('sign.up')}
              </ButtonLink>
            )}
          </div>
          <ol className="thread-steps">
            {steps.map(({ icon, text }) => (
              <li key={text}>
                <Icon of={icon} />
                {text}
              </li>
            ))}
          </ol>
        </div>
        <ExampleGroup t={t} />
      </main>
    </Entry>
  );
}
