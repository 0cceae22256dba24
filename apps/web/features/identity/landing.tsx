import { FileUp, Shuffle, SlidersHorizontal, Tent } from 'lucide-react';
import { readerLocale } from '@/lib/i18n/server';
import { ButtonLink } from '@/ui/button';
import { TailStrip } from '@/ui/charts/tail-strip';
import { score } from '@/ui/format';
import { Icon } from '@/ui/icon';
import { Because } from '@/ui/states';
import { Entry } from './entry';
import { ResumeQuietly } from './resume-quietly';

/** Thirty scores for the picture on the landing page; no camp of anybody's. */
const EXAMPLE = [
  0.713, 0.774, 0.78, 0.793, 0.798, 0.802, 0.803, 0.812, 0.813, 0.82, 0.826, 0.833, 0.834, 0.841, 0.846, 0.853, 0.854,
  0.861, 0.867, 0.874, 0.875, 0.888, 0.889, 0.889, 0.896, 0.897, 0.902, 0.908, 0.909, 0.927,
];

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
        <figure className="card landing-example">
          <figcaption className="note muted">{t('landing.example')}</figcaption>
          <p className="figure num ember">{score(EXAMPLE[0] ?? 0, 3)}</p>
          <TailStrip
            scores={EXAMPLE}
            label={t('landing.exampleStrip', { low: score(EXAMPLE[0] ?? 0, 3), high: score(EXAMPLE.at(-1) ?? 0, 3) })}
          />
          <Because>
            <b>{t('landing.exampleBecause')}</b> {t('landing.exampleReason')}
          </Because>
        </figure>
      </main>
    </Entry>
  );
}
