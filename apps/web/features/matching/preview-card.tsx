'use client';
import type { Policy, PolicyPreview } from '@tailcamp/contracts';
import { Check, X } from 'lucide-react';
import { useLocale, useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { score } from '@/ui/format';
import { Icon } from '@/ui/icon';
import { Because, Bones } from '@/ui/states';
import { sentence } from './criterion-words';
import { noticeInWords } from './notice-words';

interface PreviewCardProps {
  policy: Policy;
  preview: PolicyPreview | undefined;
  asking: boolean;
}

/** What the policy does to this camp, as far as a moment's trial can tell. */
export function PreviewCard({ policy, preview, asking }: PreviewCardProps) {
  const t = useT();
  return (
    <Card title={t('preview.title')} end={<span className="small muted">{asking ? t('preview.asking') : ''}</span>}>
      <div className="pad preview" aria-busy={asking} aria-live="polite">
        {preview === undefined ? (
          <Bones label={t('preview.asking')} rows={3} />
        ) : (
          <Found policy={policy} preview={preview} />
        )}
      </div>
    </Card>
  );
}

function Found({ policy, preview }: { policy: Policy; preview: PolicyPreview }) {
  const t = useT();
  const locale = useLocale();
  const { impossible, trial, notices } = preview;
  const hard = policy.criteria.filter((criterion) => criterion.hard).length;
  return (
    <>
      {impossible && (
        <p className="verdict bad">
          <Icon of={X} size="s" tone="bad" />
          <span>
            <b>{t('preview.impossible')}</b> {impossible.rules.join(' · ')}: {impossible.why}.
          </span>
        </p>
      )}
      {!impossible && trial && (
        <p className={`verdict ${trial.broken > 0 ? 'warn' : ''}`}>
          <Icon of={trial.broken > 0 ? X : Check} size="s" tone={trial.broken > 0 ? 'bad' : 'good'} />
          <span>
            {trial.broken > 0 ? t('preview.broken', { count: trial.broken }) : t('preview.kept', { count: hard })}
          </span>
        </p>
      )}
      {trial && (
        <dl className="preview-figures">
          <div>
            <dt>{t('run.objective')}</dt>
            <dd className="figure num">{score(trial.objective, 3)}</dd>
          </div>
          <div>
            <dt>{t('run.worstGroup')}</dt>
            <dd className="figure num ember">{score(trial.worst, 3)}</dd>
          </div>
          <div>
            <dt>{t('preview.groups')}</dt>
            <dd className="figure num">{trial.groups}</dd>
          </div>
        </dl>
      )}
      <p className="small muted">{t(trial ? 'preview.trial' : 'preview.noTrial')}</p>
      {notices.map((notice) => (
        <Because key={notice}>{sentence(noticeInWords(t, locale, notice))}</Because>
      ))}
    </>
  );
}
