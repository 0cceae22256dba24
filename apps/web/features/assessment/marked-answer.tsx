'use client';
import type { Answer, AskedQuestion, Marked } from '@tailcamp/contracts';
import { Check, CircleAlert, CircleCheck, CircleHelp, X } from 'lucide-react';
import { useLocale, useT } from '@/lib/i18n/provider';
import { classes } from '@/ui/class-names';
import { Icon } from '@/ui/icon';
import { Lines } from '@/ui/markdown/code-view';
import { Markdown, Phrase } from '@/ui/markdown/markdown';
import { letterOf } from './exam/options';

interface MarkedProps {
  asked: AskedQuestion;
  answer: Answer | null;
  marked: Marked;
}

/** What became of an answer: what was said, what is right, why, and which misconception a wrong option mirrors. */
export function MarkedAnswer({ asked, answer, marked }: MarkedProps) {
  return (
    <div className="marked">
      <Verdict answer={answer} right={marked.right} />
      <Said asked={asked} answer={answer} marked={marked} />
      <Markdown>{marked.explanation}</Markdown>
    </div>
  );
}

/** The key alone, as the review shows it to somebody who has not answered. */
export function Keyed({ asked, marked }: { asked: AskedQuestion; marked: Pick<Marked, 'key' | 'explanation'> }) {
  return (
    <div className="marked">
      <Said asked={asked} answer={null} marked={marked} />
      <Markdown>{marked.explanation}</Markdown>
    </div>
  );
}

function Verdict({ answer, right }: { answer: Answer | null; right: boolean | null }) {
  const t = useT();
  if (answer === null) return <p className="verdict muted">{t('marked.none')}</p>;
  if (answer.kind === 'unknown') {
    return (
      <p className="verdict muted">
        <Icon of={CircleHelp} />
        {t('marked.unknown')}
      </p>
    );
  }
  if (right === null) return null;
  return (
    <p className={classes('verdict', right ? 'good' : 'bad')}>
      <Icon of={right ? CircleCheck : CircleAlert} />
      {t(right ? 'marked.right' : 'marked.wrong')}
    </p>
  );
}

function Said({ asked, answer, marked: { key } }: Omit<MarkedProps, 'marked'> & { marked: Pick<Marked, 'key'> }) {
  const t = useT();
  const locale = useLocale();
  if ('options' in asked && 'right' in key) {
    const chosen = answer?.kind === 'choice' ? [answer.option] : answer?.kind === 'choices' ? answer.options : [];
    return (
      <ul className="said">
        {asked.options.map(({ text }, place) => {
          const [isRight, isChosen] = [key.right.includes(place), chosen.includes(place)];
          const because = key.because[place];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an option is known by its place
            <li key={place} className={classes(isRight && 'right', isChosen && 'chosen')}>
              <kbd>{letterOf(place)}</kbd>
              <div className="grow">
                <Phrase>{text}</Phrase>
                {isChosen && <span className="small muted"> · {t('marked.yours')}</span>}
                {!isRight && because && (isChosen || answer?.kind === 'unknown' || answer === null) && (
                  <p className="note muted">
                    <Phrase>{because}</Phrase>
                  </p>
                )}
              </div>
              {isRight ? <Icon of={Check} tone="good" /> : isChosen && <Icon of={X} tone="bad" />}
            </li>
          );
        })}
      </ul>
    );
  }
  if ('lines' in asked && 'order' in key) {
    const given = answer?.kind === 'ordering' ? answer.order : null;
    return (
      <ol className="said">
        {key.order.map((place, at) => (
          <li key={place} className={given === null ? undefined : given[at] === place ? 'right' : 'wrong'}>
            <kbd>{at + 1}</kbd>
            <div className="grow">
              <Phrase>{asked.lines[place] ?? ''}</Phrase>
              {given !== null && given[at] !== place && (
                <span className="small muted"> · {t('marked.yoursAt', { place: given.indexOf(place) + 1 })}</span>
              )}
            </div>
          </li>
        ))}
      </ol>
    );
  }
  if ('accept' in key) {
    return <Pair yours={answer?.kind === 'text' ? answer.text : null} right={key.accept[0] ?? ''} code />;
  }
  if ('answer' in key) {
    const unit = asked.kind === 'number' && asked.unit !== null ? ` ${asked.unit}` : '';
    const shown = (value: number) => `${value.toLocaleString(locale, { maximumFractionDigits: 10 })}${unit}`;
    const margin = key.tolerance > 0 ? ` ± ${shown(key.tolerance)}` : '';
    return (
      <Pair yours={answer?.kind === 'number' ? shown(answer.value) : null} right={`${shown(key.answer)}${margin}`} />
    );
  }
  if (!('sample' in key)) return null;
  return (
    <>
      {answer?.kind === 'essay' && <Written title={t('marked.yourText')} text={answer.text} />}
      {answer?.kind === 'program' && <Program title={t('marked.yourText')} asked={asked} source={answer.source} />}
      {asked.kind === 'program' ? (
        <Program title={t('marked.sample')} asked={asked} source={key.sample} />
      ) : (
        <Written title={t('marked.sample')} text={key.sample} />
      )}
    </>
  );
}

function Pair({ yours, right, code }: { yours: string | null; right: string; code?: boolean }) {
  const t = useT();
  const shown = (text: string) => (code ? <code>{text}</code> : <b className="num">{text}</b>);
  return (
    <dl className="said-pair">
      {yours !== null && (
        <div>
          <dt className="small muted">{t('marked.youSaid')}</dt>
          <dd>{shown(yours)}</dd>
        </div>
      )}
      <div>
        <dt className="small muted">{t('marked.rightIs')}</dt>
        <dd>{shown(right)}</dd>
      </div>
    </dl>
  );
}

function Written({ title, text }: { title: string; text: string }) {
  return (
    <div className="written">
      <p className="small muted">{title}</p>
      <Markdown>{text}</Markdown>
    </div>
  );
}

function Program({ title, asked, source }: { title: string; asked: AskedQuestion; source: string }) {
  return (
    <div className="written prose">
      <p className="small muted">{title}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre tabIndex={0}>
        <code>
          <Lines language={asked.kind === 'program' ? asked.language : 'text'} source={source} />
        </code>
      </pre>
    </div>
  );
}
