'use client';
import { ChevronRight } from 'lucide-react';
import type { Output } from '@/lib/api/names';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { Tag } from '@/ui/marks';

/** The same skills in words: by domain, each with what it rests on. */
export function SkillList({ track, onOpen }: { track: Output<'skillGraph.track'>; onOpen: (id: string) => void }) {
  const t = useT();
  const titles = new Map([...track.skills, ...track.elsewhere].map(({ id, title }) => [id, title]));
  return track.domains.map((domain) => {
    const skills = track.skills.filter((skill) => skill.domain === domain.id);
    if (skills.length === 0) return null;
    return (
      <Card key={domain.id} title={domain.title}>
        <ul className="members-wide pad-top">
          {skills.map(({ id, title, requires, questions, source }) => (
            <li key={id}>
              <div className="grow">
                <b>
                  <button type="button" className="skill-open" onClick={() => onOpen(id)}>
                    {title}
                  </button>{' '}
                  {source === 'camp' && <Tag tone="info">{t('skillMap.own')}</Tag>}
                </b>
                <span className="small muted">
                  {requires.length === 0
                    ? t('skillMap.restsOnNothing')
                    : t('skillMap.restsOn', { skills: requires.map((each) => titles.get(each) ?? each).join(', ') })}
                </span>
              </div>
              <span className="small muted num unbroken">{t('assess.questions', { count: questions })}</span>
              <Icon of={ChevronRight} size="s" tone="muted" />
            </li>
          ))}
        </ul>
      </Card>
    );
  });
}
