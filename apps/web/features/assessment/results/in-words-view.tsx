'use client';
import type { SkillMastery } from '@tailcamp/contracts';
import { CornerDownRight } from 'lucide-react';
import { useT } from '@/lib/i18n/provider';
import { Icon } from '@/ui/icon';
import { skillsInWords } from './in-words';

/** A profile as somebody would say it. */
export function InWords({ skills }: { skills: readonly SkillMastery[] }) {
  const t = useT();
  return (
    <div className="because">
      <Icon of={CornerDownRight} />
      <div>
        {skillsInWords(t, skills).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </div>
  );
}
