'use client';
import type { CampSkill } from '@tailcamp/contracts';
import { ListChecks, PenLine, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Output } from '@/lib/api/names';
import { useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Sheet } from '@/ui/dialog';
import { Tag } from '@/ui/marks';
import { useSkillChanges } from './use-skill-changes';

const LEVELS = { 1: 'skillMap.level1', 2: 'skillMap.level2', 3: 'skillMap.level3' } as const;

/** One skill: what it says, what it rests on and what on it, and what can be done with it. */
export function SkillSheet(props: {
  campId: string;
  track: Output<'skillGraph.track'>;
  open: string | null;
  onOpen: (id: string | null) => void;
  onEdit: (id: string) => void;
}) {
  const { track, open, onOpen } = props;
  const skill = track.skills.find(({ id }) => id === open);
  return (
    <Sheet open={skill !== undefined} onClose={() => onOpen(null)} title={skill?.title ?? ''}>
      {skill !== undefined && <About {...props} skill={skill} />}
    </Sheet>
  );
}

function About(props: {
  campId: string;
  track: Output<'skillGraph.track'>;
  skill: CampSkill;
  onOpen: (id: string | null) => void;
  onEdit: (id: string) => void;
}) {
  const t = useT();
  const { campId, track, skill, onOpen, onEdit } = props;
  const { takeBack, isPending } = useSkillChanges(campId, track.id);
  const domain = track.domains.find(({ id }) => id === skill.domain);
  const level = LEVELS[skill.level as keyof typeof LEVELS];
  const before = skill.requires.flatMap((id) => track.skills.find((each) => each.id === id) ?? []);
  const elsewhere = track.elsewhere.filter(({ id }) => skill.requires.includes(id));
  const after = track.skills.filter(({ requires }) => requires.includes(skill.id));
  const link = ({ id, title }: CampSkill) => (
    <li key={id}>
      <button type="button" className="link" onClick={() => onOpen(id)}>
        {title}
      </button>
    </li>
  );
  return (
    <>
      <div className="row wrap">
        <Tag>{domain?.title ?? skill.domain}</Tag>
        <Tag>{t(level)}</Tag>
        {skill.source === 'camp' && <Tag tone="info">{t('skillMap.own')}</Tag>}
      </div>
      <p>{skill.description}</p>
      <Linked title={t('skillMap.before')} none={t('skillMap.restsOnNothing')}>
        {before.map(link)}
        {elsewhere.map(({ id, title, track: other }) => (
          <li key={id}>
            <a className="link" href={`/camps/${campId}/assessment/skills?track=${other}`}>
              {title}
            </a>
          </li>
        ))}
      </Linked>
      <Linked title={t('skillMap.after')} none={t('skillMap.nothingAfter')}>
        {after.map(link)}
      </Linked>
      <div className="skill-do">
        <ButtonLink icon={ListChecks} href={`/camps/${campId}/assessment/questions?skill=${skill.id}`}>
          {t('skillMap.toQuestions', { count: skill.questions })}
        </ButtonLink>
        <Button icon={PenLine} onClick={() => onEdit(skill.id)}>
          {t('skillMap.change')}
        </Button>
        {skill.source === 'camp' && (
          <Button
            icon={Undo2}
            tone="quiet"
            busy={isPending}
            onClick={() => takeBack(skill, { onDone: () => onOpen(null) })}
          >
            {t('skillMap.takeBack')}
          </Button>
        )}
      </div>
    </>
  );
}

function Linked({
  title,
  none,
  children,
}: {
  title: string;
  none: string;
  children: readonly ReactNode[][] | ReactNode[];
}) {
  const some = children.flat().length > 0;
  return (
    <section className="skill-links">
      <h3>{title}</h3>
      {some ? <ul>{children}</ul> : <p className="note muted">{none}</p>}
    </section>
  );
}
