'use client';
import type { CampSkill, Skill } from '@tailcamp/contracts';
import { call } from '@/lib/api/index';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { toast } from '@/ui/toast-store';

type Fields = Omit<Skill, 'id'>;

/** What is written of a skill, without what the camp knows about it. */
export const fieldsOf = ({ title, domain, level, description, requires }: CampSkill): Fields => ({
  title,
  domain,
  level,
  description,
  requires,
});

/** Changes of a track's skills for one camp, each with its way back. */
export function useSkillChanges(campId: string, track: string) {
  const t = useT();
  const { refresh } = useAnswers();
  const saving = useWrite('skillGraph.saveSkill');
  const removing = useWrite('skillGraph.removeSkill');
  const fresh = () => {
    refresh('skillGraph.track');
    refresh('assessmentSettings.get', { campId });
  };
  /** Brings a skill to what it was before, on top of whatever stands there now. */
  const restore = async (skillId: string, before: CampSkill | null) => {
    try {
      const { skills } = await call('skillGraph.track', { campId, track });
      const now = skills.find(({ id }) => id === skillId);
      if (before?.source === 'camp')
        await call('skillGraph.saveSkill', {
          campId,
          track,
          skillId,
          skill: fieldsOf(before),
          version: now?.version ?? 0,
        });
      else if (now?.source === 'camp') await call('skillGraph.removeSkill', { campId, track, skillId });
    } catch (error) {
      toast(inWords(error), { tone: 'bad' });
    }
    fresh();
  };
  const undo = (skillId: string, before: CampSkill | null) => ({
    label: t('action.undo'),
    run: () => void restore(skillId, before),
  });
  return {
    error: saving.error,
    isPending: saving.isPending || removing.isPending,
    /** @param before null: it is new */
    save(skillId: string, skill: Fields, before: CampSkill | null, { onDone }: { onDone: () => void }): void {
      saving.mutate(
        { campId, track, skillId, skill, version: before?.version ?? 0 },
        {
          onSuccess: () => {
            onDone();
            toast(t('skillMap.saved', { title: skill.title }), { action: undo(skillId, before) });
          },
          onSettled: fresh,
        },
      );
    },
    takeBack(skill: CampSkill, { onDone }: { onDone: () => void }): void {
      removing.mutate(
        { campId, track, skillId: skill.id },
        {
          onSuccess: () => {
            onDone();
            toast(t('skillMap.takenBack', { title: skill.title }), { action: undo(skill.id, skill) });
          },
          onError: (error) => toast(inWords(error), { tone: 'bad' }),
          onSettled: fresh,
        },
      );
    },
  };
}
