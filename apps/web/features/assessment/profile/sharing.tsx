'use client';
import type { SharedWith, SkillProfile } from '@tailcamp/contracts';
import { inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { Radio } from '@/ui/field';
import { toast } from '@/ui/toast-store';

const WITH: readonly SharedWith[] = ['staff', 'group', 'camp'];

/** Who sees my profile besides me and staff; chosen at once, undone by choosing again. */
export function Sharing({ campId, sharing }: { campId: string; sharing: NonNullable<SkillProfile['sharing']> }) {
  const t = useT();
  const { put, refresh } = useAnswers();
  const share = useWrite('skillProfiles.share');
  const choose = (shared: SharedWith) =>
    share.mutate(
      { campId, with: shared, version: sharing.version },
      {
        onSuccess: (profile) => {
          put('skillProfiles.mine', { campId }, profile);
          toast(t('skillProfile.shared'));
        },
        onError: (error) => {
          refresh('skillProfiles.mine', { campId });
          toast(isCode(error, 'stale') ? t('state.stale') : inWords(error), { tone: 'bad' });
        },
      },
    );
  const chosen = share.isPending ? share.variables.with : sharing.with;
  return (
    <Card title={t('skillProfile.sharing')}>
      <fieldset className="pad form-column">
        <legend className="sr">{t('skillProfile.sharing')}</legend>
        <p className="note muted">{t('skillProfile.sharingHow')}</p>
        {WITH.map((shared) => (
          <Radio key={shared} name="sharing" checked={chosen === shared} onChange={() => choose(shared)}>
            {t(`skillProfile.share.${shared}`)}
          </Radio>
        ))}
      </fieldset>
    </Card>
  );
}
