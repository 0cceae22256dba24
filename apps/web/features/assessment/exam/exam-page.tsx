'use client';
import type { Attempt } from '@tailcamp/contracts';
import { CloudAlert, CloudCheck } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useAnswers, useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { useStream } from '@/lib/realtime/index';
import { Button, ButtonLink } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Icon } from '@/ui/icon';
import { Mark } from '@/ui/mark';
import { ThemeSwitch } from '@/ui/theme';
import { Asking } from './asking';
import { Explained } from './explained';
import { FinishDialog } from './finish-dialog';
import { Known } from './known';
import { Over } from './over';
import { SureBar } from './sure-bar';
import { TimeLeft } from './time-left';

/** One question at a time, and beside it how much is known. Nothing else is on the page. */
export function ExamPage({ attemptId }: { attemptId: string }) {
  const t = useT();
  const attempt = useGiven('assessment.get', { attemptId });
  const { id: me } = useGiven('identity.me', {});
  const { refresh } = useAnswers();
  const [explained, setExplained] = useState<number | null>(null);
  const [saved, setSaved] = useState(true);
  const [open, setOpen] = useState<'keys' | 'finish' | null>(null);
  // Another window of the same learner, an extension of the time, or the end of it.
  useStream(`user:${me}`, attempt.seq);
  const { question, feedback, progress } = attempt;
  const telling = feedback !== null && feedback.position !== explained ? feedback : null;
  return (
    <div className="exam">
      <header className="exam-top">
        <Link className="brand" href="/" aria-label="TailCamp">
          <Mark />
          <span className="wide">TailCamp</span>
        </Link>
        <p className="grow exam-name clip">
          <b>{t('exam.name', { track: attempt.track.title })}</b>{' '}
          <span className="muted wide">· {attempt.campName}</span>
        </p>
        {attempt.endsAt !== null && attempt.state === 'open' && (
          <TimeLeft
            endsAt={attempt.endsAt}
            serverNow={attempt.now}
            onOver={() => refresh('assessment.get', { attemptId })}
          />
        )}
        <ThemeSwitch />
        {attempt.state === 'open' && (
          <ButtonLink tone="quiet" href={`/camps/${attempt.campId}/assessment`}>
            <span className="wide">{t('exam.leave')}</span>
            <span className="phone-inline">{t('exam.leaveShort')}</span>
          </ButtonLink>
        )}
      </header>
      <SureBar progress={progress} position={telling?.position ?? question?.position ?? null} />
      <main id="main" className="exam-body" tabIndex={-1}>
        {telling !== null ? (
          <Explained
            attempt={attempt}
            feedback={telling}
            last={question === null}
            onGoOn={() => setExplained(telling.position)}
          />
        ) : question === null ? (
          <Over attempt={attempt} />
        ) : (
          <Asking
            key={question.position}
            attempt={attempt}
            question={question}
            onSaved={setSaved}
            onHelp={() => setOpen('keys')}
          />
        )}
        <Known attempt={attempt} />
      </main>
      {question !== null && telling === null && (
        <footer className="keys wide">
          <KeyHints question={question} />
          <span className="grow" />
          <span className="row" role="status">
            <Icon of={saved ? CloudCheck : CloudAlert} size="s" />
            {t(saved ? 'exam.saved' : 'exam.notSaved')}
          </span>
          <Button size="small" tone="quiet" onClick={() => setOpen('finish')}>
            {t('exam.finish')}
          </Button>
        </footer>
      )}
      <Dialog open={open === 'keys'} onClose={() => setOpen(null)} title={t('keys.title')}>
        <AllKeys />
      </Dialog>
      <FinishDialog attempt={attempt} open={open === 'finish'} onClose={() => setOpen(null)} />
    </div>
  );
}

/** Whether an event tells something that the answer on the page does not hold yet. */
function KeyHints({ question }: { question: NonNullable<Attempt['question']> }) {
  const t = useT();
  const { asked } = question;
  return (
    <>
      {'options' in asked && (
        <>
          {asked.options.map((_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an option is known by its place
            <kbd key={place}>{String.fromCharCode(65 + place)}</kbd>
          ))}
          <span>{t('exam.keyChoose')}</span>
          <i />
        </>
      )}
      <kbd>↵</kbd>
      <span>{t('exam.keyConfirm')}</span>
      <i />
      <kbd>0</kbd>
      <span>{t('exam.keyUnknown')}</span>
      <i />
      <kbd>?</kbd>
      <span>{t('exam.keyAll')}</span>
    </>
  );
}

function AllKeys() {
  const t = useT();
  const keys = [
    ['A–H', t('exam.keyChoose')],
    ['↑ ↓', t('exam.keyMove')],
    ['↵', t('exam.keyConfirm')],
    ['0', t('exam.keyUnknown')],
    ['F', t('exam.keyReport')],
    ['?', t('keys.title')],
  ] as const;
  return (
    <dl className="key-list">
      {keys.map(([key, does]) => (
        <div key={key}>
          <dt>{does}</dt>
          <dd>
            <kbd>{key}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
}
