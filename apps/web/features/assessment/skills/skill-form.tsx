'use client';
import type { CampSkill } from '@tailcamp/contracts';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '@/lib/api/names';
import { fieldErrors, inWords, isCode } from '@/lib/api/problem';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Input, Select, Textarea } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { Banner } from '@/ui/states';
import { slugOf } from '../slug';
import { SkillOptions } from './skill-options';
import { fieldsOf, useSkillChanges } from './use-skill-changes';

interface FormProps {
  campId: string;
  track: Output<'skillGraph.track'>;
  /** Null: a new one. */
  before: CampSkill | null;
  onClose: () => void;
}

/** A new skill of this camp, or a change of one; what would make a circle is said where the prerequisites stand. */
export function SkillForm({ campId, track, before, onClose }: FormProps) {
  const t = useT();
  const { save, error, isPending } = useSkillChanges(campId, track.id);
  const [draft, setDraft] = useState(
    before === null
      ? { title: '', domain: track.domains[0]?.id ?? '', level: 1, description: '', requires: [] }
      : fieldsOf(before),
  );
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const skillId = before?.id ?? slugOf(draft.title);
  const taken = before === null && track.skills.some(({ id }) => id === skillId);
  const errors = fieldErrors(error);
  const [chosen, setChosen] = useState<readonly { id: string; title: string }[]>([]);
  const titles = new Map([...track.skills, ...track.elsewhere, ...chosen].map(({ id, title }) => [id, title]));
  const isStale = isCode(error, 'stale');
  return (
    <Dialog open onClose={onClose} title={t(before === null ? 'skillMap.add' : 'skillMap.change')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save(skillId, draft, before, { onDone: onClose });
        }}
      >
        {error !== null && !isCode(error, 'invalid_input') && (
          <Banner>{isStale ? t(before === null ? 'skillMap.taken' : 'state.stale') : inWords(error)}</Banner>
        )}
        <Input
          label={t('skillMap.name')}
          hint={skillId === '' ? undefined : t('skillMap.called', { id: skillId })}
          error={taken ? t('skillMap.taken') : (errors['skill.title'] ?? errors.skillId)}
          required
          maxLength={80}
          value={draft.title}
          onChange={({ target }) => set({ title: target.value })}
        />
        <Textarea
          label={t('skillMap.description')}
          hint={t('skillMap.descriptionHint')}
          error={errors['skill.description']}
          rows={3}
          required
          minLength={20}
          maxLength={400}
          value={draft.description}
          onChange={({ target }) => set({ description: target.value })}
        />
        <div className="form-grid">
          <Select
            label={t('skillMap.domain')}
            error={errors['skill.domain']}
            value={draft.domain}
            onChange={({ target }) => set({ domain: target.value })}
          >
            {track.domains.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
          <Select
            label={t('skillMap.level')}
            value={draft.level}
            onChange={({ target }) => set({ level: Number(target.value) })}
          >
            <option value={1}>{t('skillMap.level1')}</option>
            <option value={2}>{t('skillMap.level2')}</option>
            <option value={3}>{t('skillMap.level3')}</option>
          </Select>
        </div>
        <div className="form-column tight">
          <Select
            label={t('skillMap.before')}
            hint={draft.requires.length === 0 ? t('skillMap.beforeHint') : undefined}
            error={errors['skill.requires']}
            value=""
            disabled={draft.requires.length >= 12}
            onChange={({ target }) => {
              const id = target.value;
              setChosen([...chosen, { id, title: target.selectedOptions[0]?.text ?? id }]);
              set({ requires: [...draft.requires, id] });
            }}
          >
            <option value="" disabled>
              {t('skillMap.addBefore')}
            </option>
            <SkillOptions campId={campId} except={[skillId, ...draft.requires]} />
          </Select>
          {draft.requires.length > 0 && (
            <ul className="picked" aria-label={t('skillMap.before')}>
              {draft.requires.map((id) => (
                <li key={id} className="tag">
                  {titles.get(id) ?? id}
                  <button
                    type="button"
                    aria-label={t('skillMap.without', { title: titles.get(id) ?? id })}
                    onClick={() => set({ requires: draft.requires.filter((each) => each !== id) })}
                  >
                    <Icon of={X} size="s" />
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
        <div className="dialog-do">
          <Button tone="quiet" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" tone="primary" busy={isPending} disabled={taken || skillId === ''}>
            {t(before === null ? 'skillMap.add' : 'action.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
