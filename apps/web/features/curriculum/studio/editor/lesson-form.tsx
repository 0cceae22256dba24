'use client';
import { RowList } from '@/features/assessment/bank/editor/row-list';
import { SkillOptions } from '@/features/assessment/skills/skill-options';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { Input, Select, Textarea } from '@/ui/field';
import { NumberInput } from '@/ui/number-input';
import { CheckField } from './check-field';
import { type LessonForm as Form, newAim } from './form';
import { type Findings, findingOf } from './use-findings';

const KINDS = ['lesson', 'exercise'] as const;
const MOST_AIMS = 4;

/** The fields of a lesson, in the order in which it is thought out: for what, what one can do afterwards, how it is told. */
export function LessonForm(props: {
  campId: string;
  form: Form;
  set: (change: Partial<Form>) => void;
  findings: Findings;
  skillTitle: string | null;
  isNew: boolean;
}) {
  const t = useT();
  const { campId, form, set, findings, isNew } = props;
  // A brief is read by a group, not learnt from: it has no objectives and closes with no check.
  const isBrief = form.kind === 'brief';
  const wrong = (field: string) => findingOf(findings, field);
  return (
    <>
      <Card title={t('studio.about')}>
        <div className="pad form-column">
          <Input
            label={t('studio.field.title')}
            error={wrong('title')}
            maxLength={90}
            value={form.title}
            onChange={({ target }) => set({ title: target.value })}
          />
          <div className="form-grid thirds">
            <Select
              label={t('studio.field.skill')}
              error={wrong('skill')}
              value={form.skill}
              onChange={({ target }) => set({ skill: target.value, check: [] })}
            >
              {form.skill === '' && <option value="">{t('item.chooseSkill')}</option>}
              {form.skill !== '' && <option value={form.skill}>{props.skillTitle ?? form.skill}</option>}
              <SkillOptions campId={campId} except={[form.skill]} />
            </Select>
            {!isBrief && (
              <Select
                label={t('studio.field.kind')}
                error={wrong('kind')}
                value={form.kind}
                onChange={({ target }) => set({ kind: KINDS.find((kind) => kind === target.value) ?? form.kind })}
              >
                {KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`studio.kind.${kind}`)}
                  </option>
                ))}
              </Select>
            )}
            <NumberInput
              label={t('studio.field.minutes')}
              error={wrong('minutes')}
              value={form.minutes}
              min={3}
              max={60}
              onChange={(minutes = form.minutes) => set({ minutes })}
            />
          </div>
          {!isBrief && (
            <RowList
              label={t('studio.field.objectives')}
              rows={form.objectives}
              least={1}
              most={MOST_AIMS}
              addLabel={t('studio.addObjective')}
              error={wrong('objectives')}
              fresh={() => newAim()}
              onChange={(objectives) => set({ objectives })}
            >
              {(row, at, change) => (
                <Input
                  label={<span className="sr">{t('studio.objective', { row: at + 1 })}</span>}
                  maxLength={160}
                  placeholder={at === 0 ? t('studio.objectiveHint') : undefined}
                  value={row.text}
                  onChange={({ target }) => change({ text: target.value })}
                />
              )}
            </RowList>
          )}
          {isNew && (
            <Input
              label={t('studio.id')}
              hint={t('studio.idHint')}
              error={wrong('id')}
              spellCheck={false}
              maxLength={80}
              value={form.id}
              onChange={({ target }) => set({ id: target.value })}
            />
          )}
        </div>
      </Card>
      <Card title={t('studio.text')}>
        <div className="pad form-column">
          <Textarea
            className="lesson-body"
            label={t('studio.field.body')}
            hint={t('studio.bodyHint')}
            error={wrong('body')}
            rows={22}
            maxLength={12_000}
            value={form.body}
            onChange={({ target }) => set({ body: target.value })}
          />
        </div>
      </Card>
      {!isBrief && (
        <Card title={t('studio.close')}>
          <div className="pad form-column">
            <CheckField
              campId={campId}
              skill={form.skill}
              check={form.check}
              error={wrong('check')}
              onChange={(check) => set({ check })}
            />
          </div>
        </Card>
      )}
    </>
  );
}
