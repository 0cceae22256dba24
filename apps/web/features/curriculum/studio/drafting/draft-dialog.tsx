'use client';
import type { StudioOverview } from '@tailcamp/contracts';
import { Sparkles } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { Check, Select, Textarea } from '@/ui/field';
import { NumberInput } from '@/ui/number-input';
import { Banner } from '@/ui/states';
import { emptyWish, KINDS, LEVELS, MOST_SKILLS, WHATS, type What, type WishForm, wishOf } from './wish-form';

/** What is to be drafted, for whom and what for. The draft itself is made meanwhile, on a page of its own. */
export function DraftDialog(props: {
  campId: string;
  overview: StudioOverview;
  skill: string;
  open: boolean;
  onClose: () => void;
}) {
  const t = useT();
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t('draft.title')}>
      <Wishing {...props} />
    </Dialog>
  );
}

function Wishing({ campId, overview, skill }: { campId: string; overview: StudioOverview; skill: string }) {
  const t = useT();
  const router = useRouter();
  const { refresh } = useAnswers();
  const start = useWrite('drafting.start');
  const [form, setForm] = useState(() => emptyWish(skill));
  const [clientId] = useState(() => crypto.randomUUID());
  const [isTried, setTried] = useState(false);
  const set = (change: Partial<WishForm>) => setForm((before) => ({ ...before, ...change }));
  const wish = wishOf(form);
  const begin = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wish === null) return;
    start.mutate(
      { campId, clientId, wish },
      {
        onSuccess: (draft) => {
          refresh('drafting.list');
          router.push(`/camps/${campId}/studio/drafts/${draft.id}`);
        },
      },
    );
  };
  return (
    <form onSubmit={begin} noValidate>
      <Segmented<What>
        label={t('draft.what')}
        value={form.what}
        options={WHATS.map((value) => ({ value, label: t(`draft.what.${value}`) }))}
        onChange={(what) => set({ what })}
      />
      {form.what === 'brief' ? (
        <Skills
          overview={overview}
          chosen={form.skills}
          onChange={(skills) => set({ skills })}
          isMissing={isTried && wish === null}
        />
      ) : (
        <Select
          label={t('studio.field.skill')}
          error={isTried && wish === null ? t('studio.missing.skill') : undefined}
          value={form.skill}
          onChange={({ target }) => set({ skill: target.value })}
        >
          <option value="">{t('item.chooseSkill')}</option>
          {overview.tracks.map((track) => (
            <optgroup key={track.id} label={track.title}>
              {track.skills.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      )}
      <div className="form-grid">
        {form.what === 'brief' ? (
          <>
            <NumberInput
              label={t('draft.weeks')}
              value={form.weeks}
              min={1}
              max={16}
              onChange={(weeks = form.weeks) => set({ weeks })}
            />
            <NumberInput
              label={t('draft.people')}
              value={form.people}
              min={2}
              max={12}
              onChange={(people = form.people) => set({ people })}
            />
          </>
        ) : (
          <Select
            label={t('draft.level')}
            value={form.level}
            onChange={({ target }) => set({ level: LEVELS.find((level) => level === target.value) ?? form.level })}
          >
            {LEVELS.map((level) => (
              <option key={level} value={level}>
                {t(`draft.level.${level}`)}
              </option>
            ))}
          </Select>
        )}
        {form.what === 'questions' && (
          <NumberInput
            label={t('draft.count')}
            value={form.count}
            min={1}
            max={8}
            onChange={(count = form.count) => set({ count })}
          />
        )}
        {form.what === 'lesson' && (
          <>
            <NumberInput
              label={t('studio.field.minutes')}
              value={form.minutes}
              min={3}
              max={60}
              onChange={(minutes = form.minutes) => set({ minutes })}
            />
            <Select
              label={t('studio.field.kind')}
              value={form.kind}
              onChange={({ target }) => set({ kind: KINDS.find((kind) => kind === target.value) ?? form.kind })}
            >
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`studio.kind.${kind}`)}
                </option>
              ))}
            </Select>
          </>
        )}
      </div>
      <Textarea
        label={t('draft.purpose')}
        hint={t('draft.purposeHint')}
        rows={3}
        maxLength={600}
        value={form.purpose}
        onChange={({ target }) => set({ purpose: target.value })}
      />
      <p className="small muted">{t('draft.how')}</p>
      {start.error !== null && <Banner>{inWords(start.error)}</Banner>}
      <div className="dialog-do">
        <Button type="submit" tone="primary" icon={Sparkles} busy={start.isPending}>
          {t('draft.begin')}
        </Button>
      </div>
    </form>
  );
}

function Skills(props: {
  overview: StudioOverview;
  chosen: readonly string[];
  isMissing: boolean;
  onChange: (skills: readonly string[]) => void;
}) {
  const t = useT();
  const { overview, chosen, onChange } = props;
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className="rows check-field">
      <legend>{t('draft.skills', { most: MOST_SKILLS })}</legend>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="check-offered" tabIndex={0} aria-label={t('draft.skills', { most: MOST_SKILLS })}>
        {overview.tracks.map((track) => (
          <div key={track.id}>
            <p className="small muted">{track.title}</p>
            {track.skills.map(({ id, title }) => (
              <Check
                key={id}
                checked={chosen.includes(id)}
                disabled={chosen.length >= MOST_SKILLS && !chosen.includes(id)}
                onChange={() => toggle(id)}
              >
                {title}
              </Check>
            ))}
          </div>
        ))}
      </section>
      {props.isMissing && (
        <p className="hint bad" role="alert">
          {t('draft.skillsMissing')}
        </p>
      )}
    </fieldset>
  );
}
