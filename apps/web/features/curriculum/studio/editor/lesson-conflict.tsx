'use client';
import type { LessonDraft, StudioLesson } from '@tailcamp/contracts';
import { useMemo, useState } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { Banner } from '@/ui/states';
import { useDates } from '@/ui/time';
import { useTold, Words } from './field-difference';
import { FIELDS, type Field } from './form';
import { mergeText, mergeValue, textOf } from './merge';

type Choice = 'mine' | 'theirs' | 'both';

/** Somebody saved another version while this one was written: both are shown, and put together. */
export function LessonConflict(props: {
  base: LessonDraft;
  mine: LessonDraft;
  theirs: StudioLesson;
  onTheirs: () => void;
  onMerged: (lesson: LessonDraft) => void;
}) {
  const t = useT();
  const dates = useDates();
  const [isOpen, setOpen] = useState(false);
  const { base, mine, theirs } = props;
  const [newest] = theirs.history;
  const fields = FIELDS.filter((field) => JSON.stringify(base[field]) !== JSON.stringify(theirs.lesson[field]));
  return (
    <>
      <Banner
        action={
          <div className="row wrap">
            <Button size="small" onClick={() => setOpen(true)}>
              {t('studio.merge')}
            </Button>
            <Button size="small" tone="quiet" onClick={props.onTheirs}>
              {t('item.takeTheirs')}
            </Button>
          </div>
        }
      >
        <b>
          {newest?.by ? t('item.conflictBy', { name: newest.by, time: dates.moment(newest.at) }) : t('item.conflict')}
        </b>
        <p>
          {fields.length === 0
            ? t('studio.conflictState')
            : t('item.conflictFields', { fields: fields.map((field) => t(`studio.field.${field}`)).join(', ') })}
        </p>
      </Banner>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t('studio.merge')} className="wide">
        <Merging
          base={base}
          mine={mine}
          theirs={theirs.lesson}
          onMerged={(lesson) => {
            setOpen(false);
            props.onMerged(lesson);
          }}
        />
      </Dialog>
    </>
  );
}

/** What only one of both changed is taken by itself; where both did, somebody chooses. */
function Merging(props: {
  base: LessonDraft;
  mine: LessonDraft;
  theirs: LessonDraft;
  onMerged: (lesson: LessonDraft) => void;
}) {
  const t = useT();
  const told = useTold();
  const { base, mine, theirs } = props;
  const [chosen, setChosen] = useState<Partial<Record<Field, Choice>>>({});
  const stretches = useMemo(() => mergeText(base.body, mine.body, theirs.body), [base, mine, theirs]);
  const contested = stretches.flatMap((stretch) => (stretch.kind === 'contested' ? [stretch] : []));
  const [decided, setDecided] = useState<readonly Choice[]>(() => contested.map(() => 'mine'));
  const open = FIELDS.filter(
    (field) => field !== 'body' && mergeValue<unknown>(base[field], mine[field], theirs[field]) === undefined,
  );
  const count = open.length + contested.length;
  const value = <F extends Field>(field: F): LessonDraft[F] =>
    mergeValue(base[field], mine[field], theirs[field]) ?? (chosen[field] === 'theirs' ? theirs : mine)[field];
  const merged = (): LessonDraft => ({
    id: mine.id,
    title: value('title'),
    skill: value('skill'),
    kind: value('kind'),
    minutes: value('minutes'),
    objectives: value('objectives'),
    check: value('check'),
    body: textOf(stretches, decided),
  });
  return (
    <div className="col merging">
      <p className="note">{count === 0 ? t('studio.mergeClean') : t('studio.mergeChoose', { count })}</p>
      {open.map((field) => (
        <Contested
          key={field}
          label={t(`studio.field.${field}`)}
          mine={told(mine, field)}
          theirs={told(theirs, field)}
          choice={chosen[field] ?? 'mine'}
          onChoice={(choice) => setChosen((before) => ({ ...before, [field]: choice }))}
        />
      ))}
      {contested.map((stretch, at) => (
        <Contested
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place in the text
          key={at}
          label={t('studio.contested', { number: at + 1 })}
          mine={stretch.mine}
          theirs={stretch.theirs}
          choice={decided[at] ?? 'mine'}
          mayBoth
          onChoice={(choice) => setDecided((before) => before.map((each, place) => (place === at ? choice : each)))}
        />
      ))}
      <div className="dialog-do">
        <Button tone="primary" onClick={() => props.onMerged(merged())}>
          {t('studio.takeMerged')}
        </Button>
      </div>
    </div>
  );
}

function Contested(props: {
  label: string;
  mine: string;
  theirs: string;
  choice: Choice;
  mayBoth?: boolean;
  onChoice: (choice: Choice) => void;
}) {
  const t = useT();
  const { label, choice } = props;
  const options: { value: Choice; label: string }[] = [
    { value: 'mine', label: t('studio.mine') },
    { value: 'theirs', label: t('studio.theirs') },
  ];
  if (props.mayBoth) options.push({ value: 'both', label: t('studio.both') });
  return (
    <section className="contested" aria-label={label}>
      <div className="row wrap">
        <b className="note grow">{label}</b>
        <Segmented<Choice> label={label} value={choice} options={options} onChange={props.onChoice} />
      </div>
      <Words before={props.mine} after={props.theirs} />
    </section>
  );
}
