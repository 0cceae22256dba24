'use client';
import { type FormEvent, useState } from 'react';
import { inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useGiven, useRead, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Check, Input } from '@/ui/field';
import { Banner, Bones } from '@/ui/states';
import { toast } from '@/ui/toast-store';

/** What the paths of the camp begin with: the time for a week, and what its projects need. */
export function PathSettings({ campId }: { campId: string }) {
  const { version } = useGiven('classPaths.settings', { campId });
  return <SettingsForm key={version} campId={campId} />;
}

function SettingsForm({ campId }: { campId: string }) {
  const t = useT();
  const { put, refresh } = useAnswers();
  const { settings, version } = useGiven('classPaths.settings', { campId });
  const assessed = useGiven('assessmentSettings.get', { campId });
  const [hours, setHours] = useState(String(settings.minutesPerWeek / 60));
  const [project, setProject] = useState<readonly string[]>(settings.project);
  const save = useWrite('classPaths.saveSettings');
  const minutesPerWeek = Math.round(Number(hours) * 60);
  const wrong = !(minutesPerWeek >= 15 && minutesPerWeek <= 3000);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong) return;
    save.mutate(
      { campId, settings: { minutesPerWeek, project: [...project] }, version },
      {
        onSuccess: (saved) => {
          put('classPaths.settings', { campId }, saved);
          toast(t('state.saved'));
        },
        onError: (error) => isCode(error, 'stale') && refresh('classPaths.settings', { campId }),
      },
    );
  };
  const toggle = (skill: string) =>
    setProject(project.includes(skill) ? project.filter((one) => one !== skill) : [...project, skill]);
  return (
    <Card title={t('classMap.settings')}>
      <form className="pad form-column" onSubmit={submit}>
        <Input
          label={t('path.hours')}
          hint={t('classMap.hoursHint')}
          type="number"
          inputMode="decimal"
          min={0.25}
          max={50}
          step="0.25"
          value={hours}
          error={wrong ? t('path.hoursWrong', { least: 0.25, most: 50 }) : undefined}
          onChange={(event) => setHours(event.target.value)}
        />
        <p className="note muted">{t('classMap.project', { count: project.length })}</p>
        {assessed.settings.tracks.map((track) => (
          <TrackSkills
            key={track}
            campId={campId}
            track={track}
            title={assessed.offered.find(({ id }) => id === track)?.title ?? track}
            chosen={project}
            onToggle={toggle}
          />
        ))}
        {save.error !== null && <Banner>{isCode(save.error, 'stale') ? t('state.stale') : inWords(save.error)}</Banner>}
        <div className="row">
          <Button type="submit" busy={save.isPending} disabled={wrong}>
            {t('action.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

interface TrackSkillsProps {
  campId: string;
  track: string;
  title: string;
  chosen: readonly string[];
  onToggle: (skill: string) => void;
}

function TrackSkills({ campId, track, title, chosen, onToggle }: TrackSkillsProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const graph = useRead('skillGraph.track', { campId, track }, { enabled: open });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="small">{title}</summary>
      {graph.data === undefined
        ? open && <Bones label={t('state.loading')} rows={3} />
        : graph.data.skills.map(({ id, title: skill }) => (
            <Check key={id} checked={chosen.includes(id)} onChange={() => onToggle(id)}>
              {skill}
            </Check>
          ))}
    </details>
  );
}
