'use client';
import type { Goal, LearningPath, MyPath } from '@tailcamp/contracts';
import { Settings2 } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useRead, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Dialog } from '@/ui/dialog';
import { Check, Input } from '@/ui/field';
import { duration } from '@/ui/format';
import { Banner, Bones } from '@/ui/states';
import { toast } from '@/ui/toast-store';

const HOURS = { least: 0.25, most: 50, usual: 4 };

/** What the path leads to, in how much time a week; changed in a dialog. */
export function GoalsCard({ campId, mine, path }: { campId: string; mine: MyPath; path: LearningPath }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <Card
      title={t('path.goals')}
      end={
        <Button size="small" icon={Settings2} onClick={() => setOpen(true)}>
          {t('path.changeGoals')}
        </Button>
      }
    >
      <ul className="members-wide">
        {path.goals.map(({ kind, id, title }) => (
          <li key={`${kind} ${id}`}>
            <b className="grow">{title}</b>
            <span className="small muted">{t(`path.goal.${kind}`)}</span>
          </li>
        ))}
        <li>
          <span className="grow">{t('path.perWeek')}</span>
          <span className="num">{duration(path.minutesPerWeek)}</span>
        </li>
        <li>
          <span className="grow">{t('path.left')}</span>
          <span className="num">{duration(path.minutesLeft)}</span>
        </li>
      </ul>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('path.goals')}>
        <GoalsForm campId={campId} mine={mine} onSaved={() => setOpen(false)} />
      </Dialog>
    </Card>
  );
}

/** Choose tracks, or single skills of them, and the time for a week. */
export function GoalsForm({ campId, mine, onSaved }: { campId: string; mine: MyPath; onSaved?: () => void }) {
  const t = useT();
  const { put, refresh } = useAnswers();
  const plan = useWrite('curriculum.plan');
  const { path, tracks } = mine;
  const [goals, setGoals] = useState<readonly Goal[]>(path?.goals.map(({ kind, id }) => ({ kind, id })) ?? []);
  const [hours, setHours] = useState(String((path?.minutesPerWeek ?? HOURS.usual * 60) / 60));
  const minutes = Math.round(Number(hours) * 60);
  const wrongTime = !(minutes >= HOURS.least * 60 && minutes <= HOURS.most * 60);
  const has = (goal: Goal) => goals.some(({ kind, id }) => kind === goal.kind && id === goal.id);
  const toggle = (goal: Goal) =>
    setGoals(has(goal) ? goals.filter(({ kind, id }) => kind !== goal.kind || id !== goal.id) : [...goals, goal]);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (wrongTime || goals.length === 0) return;
    plan.mutate(
      { campId, goals: [...goals], minutesPerWeek: minutes, version: path?.version ?? 0 },
      {
        onSuccess: (planned) => {
          put('curriculum.path', { campId }, planned);
          toast(t('path.planned'));
          onSaved?.();
        },
        onError: (error) => isCode(error, 'stale') && refresh('curriculum.path', { campId }),
      },
    );
  };
  return (
    <form className="form-column goals-form" onSubmit={save}>
      <p className="note muted">{t('path.goalsHow')}</p>
      {tracks.map((track) => (
        <TrackGoal key={track.id} campId={campId} track={track} has={has} onToggle={toggle} />
      ))}
      <Input
        label={t('path.hours')}
        hint={t('path.hoursHint')}
        type="number"
        inputMode="decimal"
        min={HOURS.least}
        max={HOURS.most}
        step="0.25"
        value={hours}
        error={wrongTime ? t('path.hoursWrong', HOURS) : undefined}
        onChange={(event) => setHours(event.target.value)}
      />
      {plan.error !== null && <Banner>{isCode(plan.error, 'stale') ? t('state.stale') : inWords(plan.error)}</Banner>}
      <div className="row">
        <Button type="submit" tone="primary" busy={plan.isPending} disabled={goals.length === 0 || wrongTime}>
          {t(path === null ? 'path.make' : 'path.save')}
        </Button>
      </div>
    </form>
  );
}

interface TrackGoalProps {
  campId: string;
  track: MyPath['tracks'][number];
  has: (goal: Goal) => boolean;
  onToggle: (goal: Goal) => void;
}

function TrackGoal({ campId, track, has, onToggle }: TrackGoalProps) {
  const t = useT();
  const id = useId();
  const { title, description, skills, known } = track;
  const whole: Goal = { kind: 'track', id: track.id };
  const [open, setOpen] = useState(false);
  const graph = useRead('skillGraph.track', { campId, track: track.id }, { enabled: open });
  return (
    <div className="track-goal">
      <Check checked={has(whole)} aria-describedby={id} onChange={() => onToggle(whole)}>
        <b>{title}</b>
      </Check>
      <p id={id} className="small muted">
        {description} {t('path.trackKnown', { known, count: skills })}
      </p>
      {!has(whole) && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary className="link small">{t('path.singleSkills')}</summary>
          {graph.data === undefined ? (
            open && <Bones label={t('state.loading')} rows={3} />
          ) : (
            <div className="skill-goals">
              {graph.data.skills.map((skill) => (
                <Check
                  key={skill.id}
                  checked={has({ kind: 'skill', id: skill.id })}
                  onChange={() => onToggle({ kind: 'skill', id: skill.id })}
                >
                  {skill.title}
                </Check>
              ))}
            </div>
          )}
        </details>
      )}
    </div>
  );
}
