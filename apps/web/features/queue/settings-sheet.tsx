'use client';
import type { Queue, QueueMode, QueueSettings } from '@tailcamp/contracts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { fieldErrors, inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { Sheet } from '@/ui/dialog';
import { Switch } from '@/ui/field';
import { NumberInput } from '@/ui/number-input';
import { Banner } from '@/ui/states';
import { toast } from '@/ui/toast-store';
import { StepEditor } from './step-editor';

const [MOST_MINUTES, MOST_STEPS, USUAL_ACCEPT] = [43_200, 8, 30];

interface SheetProps {
  campId: string;
  queue: Queue;
  open: boolean;
  onClose: () => void;
}

/** How the camp matches, and what widens with waiting. */
export function QueueSettingsSheet({ campId, queue, open, onClose }: SheetProps) {
  const t = useT();
  return (
    <Sheet open={open} onClose={onClose} title={t('queue.settings')}>
      <SettingsForm campId={campId} queue={queue} onDone={onClose} />
    </Sheet>
  );
}

function SettingsForm({ campId, queue, onDone }: { campId: string; queue: Queue; onDone: () => void }) {
  const t = useT();
  const { put, refresh } = useAnswers();
  const save = useWrite('queue.save');
  const was = queue.settings.mode;
  // Who opens the settings of a camp that matches in rounds comes to open the queue.
  const [draft, setDraft] = useState<QueueSettings>({ ...queue.settings, mode: 'continuous' });
  const [version] = useState(queue.version);
  const set = (change: Partial<QueueSettings>) => setDraft({ ...draft, ...change });
  const errors = fieldErrors(save.error);
  const setStep = (at: number, step: QueueSettings['steps'][number]) =>
    set({ steps: draft.steps.map((each, index) => (index === at ? step : each)) });
  const submit = () =>
    save.mutate(
      { campId, settings: draft, version },
      {
        onSuccess: (saved) => {
          put('queue.get', { campId }, saved);
          refresh('matching.getPolicy', { campId });
          toast(t('queue.saved'));
          onDone();
        },
        onError: (error) => {
          if (!isCode(error, 'stale')) return;
          refresh('queue.get', { campId });
          toast(t('state.stale'), { tone: 'bad' });
          onDone();
        },
      },
    );
  const after = (draft.steps.at(-1)?.afterMinutes ?? 10) * 2;
  const verb = was === draft.mode ? 'queue.save' : draft.mode === 'rounds' ? 'queue.saveClose' : 'queue.saveOpen';
  return (
    <div className="form-column">
      <Segmented<QueueMode>
        label={t('queue.modeLabel')}
        value={draft.mode}
        options={[
          { value: 'continuous', label: t('queue.modeContinuous') },
          { value: 'rounds', label: t('queue.modeRounds') },
        ]}
        onChange={(mode) => set({ mode })}
      />
      <p className="note muted">{t(draft.mode === 'rounds' ? 'queue.modeRoundsSay' : 'queue.modeContinuousSay')}</p>
      {save.error && !isCode(save.error, 'stale') && (
        <Banner>
          <b>{Object.keys(errors).length > 0 ? t('queue.wrong') : inWords(save.error)}</b>
        </Banner>
      )}
      {draft.mode === 'continuous' && (
        <>
          <div className="form-grid">
            <NumberInput
              label={t('queue.gather')}
              hint={t('queue.gatherHint')}
              value={draft.gatherMinutes}
              min={0}
              max={1440}
              onChange={(gatherMinutes) => gatherMinutes !== undefined && set({ gatherMinutes })}
            />
            <NumberInput
              label={t('queue.expire')}
              hint={t('queue.expireHint')}
              error={errors['settings.expireMinutes']}
              value={draft.expireMinutes}
              min={1}
              max={MOST_MINUTES}
              onChange={(expireMinutes) => expireMinutes !== undefined && set({ expireMinutes })}
            />
          </div>
          <Switch
            checked={draft.acceptMinutes !== null}
            onChange={(event) => set({ acceptMinutes: event.target.checked ? USUAL_ACCEPT : null })}
          >
            {t('queue.accept')}
          </Switch>
          {draft.acceptMinutes !== null && (
            <NumberInput
              label={t('queue.acceptMinutes')}
              hint={t('queue.acceptHint')}
              value={draft.acceptMinutes}
              min={1}
              max={10_080}
              onChange={(acceptMinutes) => acceptMinutes !== undefined && set({ acceptMinutes })}
            />
          )}
          <h3 className="h3">{t('queue.steps')}</h3>
          {draft.steps.map((step, at) => (
            <StepEditor
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the order
              key={at}
              number={at + 1}
              step={step}
              criteria={queue.criteria}
              errors={errors}
              onChange={(next) => setStep(at, next)}
              onRemove={() => set({ steps: draft.steps.filter((_, index) => index !== at) })}
            />
          ))}
          {draft.steps.length < MOST_STEPS && (
            <div>
              <Button
                icon={Plus}
                onClick={() =>
                  set({ steps: [...draft.steps, { afterMinutes: Math.min(after, MOST_MINUTES), ease: [] }] })
                }
              >
                {t('queue.addStep')}
              </Button>
            </div>
          )}
        </>
      )}
      <div className="row end">
        <Button
          tone={draft.mode === 'rounds' && was === 'continuous' ? 'danger' : 'primary'}
          busy={save.isPending}
          onClick={submit}
        >
          {t(verb)}
        </Button>
      </div>
    </div>
  );
}
