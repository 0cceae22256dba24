'use client';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { Input, Select, Textarea } from '@/ui/field';
import { NumberInput } from '@/ui/number-input';
import { SkillOptions } from '../../skills/skill-options';
import { KINDS } from '../bank-asked';
import { CodeFields } from './code-fields';
import type { FieldsProps } from './fields';
import { KindFields } from './kind-fields';

/** The fields of a question, in the order in which it is thought out: what it asks, its key, why, how hard it is. */
export function ItemForm(props: FieldsProps & { campId: string; skillTitle: string | null; isNew: boolean }) {
  const t = useT();
  const { campId, draft, set, errors, isNew } = props;
  return (
    <>
      <Card title={t('item.ask')}>
        <div className="pad form-column">
          <div className="form-grid">
            <Select
              label={t('bank.kind')}
              value={draft.kind}
              onChange={({ target }) => set({ kind: KINDS.find((kind) => kind === target.value) ?? draft.kind })}
            >
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`question.${kind}`)}
                </option>
              ))}
            </Select>
            <Select
              label={t('bank.skill')}
              error={errors.skill}
              value={draft.skill}
              onChange={({ target }) => set({ skill: target.value })}
            >
              {draft.skill === '' && <option value="">{t('item.chooseSkill')}</option>}
              {draft.skill !== '' && <option value={draft.skill}>{props.skillTitle ?? draft.skill}</option>}
              <SkillOptions campId={campId} except={[draft.skill]} />
            </Select>
          </div>
          <Textarea
            label={t('item.stem')}
            hint={t('item.stemHint')}
            error={errors.stem}
            rows={5}
            maxLength={2000}
            value={draft.stem}
            onChange={({ target }) => set({ stem: target.value })}
          />
          <CodeFields draft={draft} set={set} errors={errors} />
        </div>
      </Card>
      <Card title={t('item.key')}>
        <div className="pad form-column">
          <KindFields draft={draft} set={set} errors={errors} />
          <Textarea
            label={t('item.explanation')}
            hint={t('item.explanationHint')}
            error={errors.explanation}
            rows={4}
            maxLength={2000}
            value={draft.explanation}
            onChange={({ target }) => set({ explanation: target.value })}
          />
        </div>
      </Card>
      <Card title={t('item.measure')}>
        <div className="pad form-column">
          <div className="form-grid thirds">
            <NumberInput
              label={t('bank.difficulty')}
              hint={t('item.difficultyHint')}
              error={errors.difficulty}
              value={draft.difficulty}
              min={-5}
              max={5}
              step={0.1}
              onChange={(difficulty = 0) => set({ difficulty })}
            />
            <NumberInput
              label={t('item.discrimination')}
              hint={t('item.discriminationHint')}
              error={errors.discrimination}
              value={draft.discrimination}
              min={0.2}
              max={4}
              step={0.1}
              onChange={(discrimination = 1) => set({ discrimination })}
            />
            <NumberInput
              label={t('item.guessing')}
              hint={t('item.guessingHint')}
              error={errors.guessing}
              value={draft.guessing}
              min={0}
              max={0.5}
              step={0.05}
              onChange={(guessing) => set({ guessing })}
            />
          </div>
          {isNew && (
            <Input
              label={t('item.id')}
              hint={t('item.idHint')}
              error={errors.id}
              spellCheck={false}
              maxLength={80}
              value={draft.id}
              onChange={({ target }) => set({ id: target.value })}
            />
          )}
        </div>
      </Card>
    </>
  );
}
