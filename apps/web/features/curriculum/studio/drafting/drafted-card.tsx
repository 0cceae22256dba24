'use client';
import type { StudioLesson } from '@tailcamp/contracts';
import { Sparkles } from 'lucide-react';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { DraftedBy } from './drafted-by';
import { SourcesList } from './sources-list';

/** Beside a text that is as it was drafted: by whom, from what, and which sections name no source. */
export function DraftedCard({ campId, drafted }: { campId: string; drafted: NonNullable<StudioLesson['drafted']> }) {
  const t = useT();
  const { by, sources, uncited } = drafted;
  return (
    <Card title={t('draft.sources')} end={<Icon of={Sparkles} size="s" />}>
      <div className="pad col">
        <p className="note">
          <DraftedBy by={by} />
        </p>
        {uncited.length > 0 && (
          <p className="note">
            {t('draft.uncited', { sections: uncited.map((one) => one || t('draft.beginning')).join(', ') })}
          </p>
        )}
      </div>
      <SourcesList campId={campId} sources={sources} />
    </Card>
  );
}
