'use client';
import type { SkillMastery } from '@tailcamp/contracts';
import type { ReactNode } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Whisker } from '@/ui/charts/meter';
import { percent } from '@/ui/format';

type ListedSkill = SkillMastery & { due?: string | null };

/**
 * Every skill of a track with the share of its questions that would be answered right, and how sure that is; hollow
 * where it is inferred and not shown by answers of its own.
 */
export function SkillList(props: {
  skills: readonly ListedSkill[];
  domains: readonly { id: string; title: string }[];
  /** What stands after the evidence of a skill. */
  after?: (skill: ListedSkill) => ReactNode;
}) {
  const t = useT();
  return props.domains.map(({ id, title }) => {
    const skills = props.skills.filter(({ domain }) => domain === id);
    if (skills.length === 0) return null;
    return (
      <section key={id} className="skill-group">
        <h3>{title}</h3>
        <ul className="skill-list">
          {skills.map((skill) => {
            const { share, low, high } = skill.expected;
            const range = `${Math.round(low * 100)}–${percent(high)}`;
            return (
              <li key={skill.id}>
                <span className="grow">
                  <b>{skill.title}</b>
                  <span className="small muted">
                    {skill.evidence === 'shown' ? t('skills.shown', { count: skill.answers }) : t('skills.inferred')}
                    {props.after?.(skill)}
                  </span>
                </span>
                <Whisker
                  label={t('skills.share', { share: percent(share), range })}
                  value={share}
                  error={(high - low) / 4}
                  guessing={skill.evidence === 'inferred'}
                />
                <span className="num skill-mastery" title={t('skills.masteryWhat')}>
                  {percent(skill.mastery)}
                </span>
              </li>
            );
          })}
        </ul>
      </section>
    );
  });
}
