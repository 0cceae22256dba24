'use client';
import { useT } from '@/lib/i18n/provider';
import { Check, Input, Radio, Select, Textarea } from '@/ui/field';
import { NumberInput } from '@/ui/number-input';
import { letterOf } from '../../exam/options';
import { LANGUAGES } from './code-fields';
import { newOption, newText } from './draft';
import type { FieldsProps } from './fields';
import { RowList } from './row-list';
import { Rubric } from './rubric-fields';

/** What the chosen kind needs besides a question and its explanation: the key above all. */
export function KindFields(props: FieldsProps) {
  const t = useT();
  const { draft, set, errors } = props;
  switch (draft.kind) {
    case 'choice':
    case 'choices':
      return <OptionFields {...props} />;
    case 'ordering':
      return (
        <RowList
          label={t('item.lines')}
          rows={draft.lines}
          least={3}
          most={8}
          addLabel={t('item.addLine')}
          error={errors.lines}
          fresh={newText}
          onChange={(lines) => set({ lines })}
        >
          {(row, at, change) => (
            <Input
              label={<span className="sr">{t('item.line', { row: at + 1 })}</span>}
              error={errors[`lines.${at}`]}
              data-field="text"
              maxLength={200}
              value={row.text}
              onChange={({ target }) => change({ text: target.value })}
            />
          )}
        </RowList>
      );
    case 'text':
      return <TextFields {...props} />;
    case 'number':
      return <NumberFields {...props} />;
    case 'essay':
    case 'program':
      return <WrittenFields {...props} />;
  }
}

function OptionFields({ draft, set, errors }: FieldsProps) {
  const t = useT();
  const several = draft.kind === 'choices';
  const { options } = draft;
  return (
    <RowList
      label={t('item.options')}
      rows={options}
      least={several ? 3 : 2}
      most={several ? 8 : 6}
      addLabel={t('item.addOption')}
      error={errors.options}
      fresh={newOption}
      onChange={(rows) => set({ options: rows })}
    >
      {(row, at, change) => {
        const letter = letterOf(at);
        const Mark = several ? Check : Radio;
        return (
          <div className="option-row">
            <Mark
              name="right-option"
              checked={row.right}
              aria-label={t('item.isRight', { option: letter })}
              onChange={({ target }) =>
                several
                  ? change({ right: target.checked })
                  : set({ options: options.map((each) => ({ ...each, right: each.key === row.key })) })
              }
            >
              <kbd>{letter}</kbd>
            </Mark>
            <div className="grow form-column tight">
              <Input
                label={<span className="sr">{t('item.option', { option: letter })}</span>}
                error={errors[`options.${at}.text`] ?? errors[`options.${at}`]}
                data-field="text"
                placeholder={t('item.optionText')}
                maxLength={300}
                value={row.text}
                onChange={({ target }) => change({ text: target.value })}
              />
              {!row.right && (
                <Input
                  label={<span className="sr">{t('item.because', { option: letter })}</span>}
                  error={errors[`options.${at}.because`]}
                  data-field="because"
                  className="small-input"
                  placeholder={t('item.becauseHint')}
                  maxLength={300}
                  value={row.because}
                  onChange={({ target }) => change({ because: target.value })}
                />
              )}
              <Input
                label={<span className="sr">{t('item.note', { option: letter })}</span>}
                error={errors[`options.${at}.note`]}
                data-field="note"
                className="small-input"
                placeholder={t('item.noteHint')}
                maxLength={160}
                value={row.note}
                onChange={({ target }) => change({ note: target.value })}
              />
            </div>
          </div>
        );
      }}
    </RowList>
  );
}

function TextFields({ draft, set, errors }: FieldsProps) {
  const t = useT();
  return (
    <>
      <RowList
        label={t('item.accept')}
        rows={draft.accept}
        least={1}
        most={10}
        addLabel={t('item.addAccept')}
        error={errors.accept}
        fresh={newText}
        onChange={(accept) => set({ accept })}
      >
        {(row, at, change) => (
          <Input
            label={<span className="sr">{t('item.accepted', { row: at + 1 })}</span>}
            error={errors[`accept.${at}`]}
            data-field="text"
            maxLength={200}
            value={row.text}
            onChange={({ target }) => change({ text: target.value })}
          />
        )}
      </RowList>
      <Check checked={draft.caseMatters} onChange={({ target }) => set({ caseMatters: target.checked })}>
        {t('item.caseMatters')}
      </Check>
    </>
  );
}

const FAR = 1e15;

function NumberFields({ draft, set, errors }: FieldsProps) {
  const t = useT();
  return (
    <div className="form-grid thirds">
      <NumberInput
        label={t('item.answer')}
        error={errors.answer === undefined ? undefined : t('item.answerMissing')}
        value={draft.answer}
        min={-FAR}
        max={FAR}
        step={0.1}
        onChange={(answer) => set({ answer })}
      />
      <NumberInput
        label={t('item.tolerance')}
        hint={t('item.toleranceHint')}
        error={errors.tolerance}
        value={draft.tolerance}
        min={0}
        max={FAR}
        step={0.1}
        onChange={(tolerance = 0) => set({ tolerance })}
      />
      <Input
        label={t('item.unit')}
        hint={t('item.unitHint')}
        error={errors.unit}
        maxLength={20}
        value={draft.unit}
        onChange={({ target }) => set({ unit: target.value })}
      />
    </div>
  );
}

function WrittenFields(props: FieldsProps) {
  const t = useT();
  const { draft, set, errors } = props;
  const isCode = draft.kind === 'program';
  return (
    <>
      {isCode && (
        <>
          <Select
            label={t('item.language')}
            value={draft.language}
            onChange={({ target }) =>
              set({ language: LANGUAGES.find((each) => each === target.value) ?? draft.language })
            }
          >
            {LANGUAGES.map((language) => (
              <option key={language}>{language}</option>
            ))}
          </Select>
          <Textarea
            label={t('item.starter')}
            hint={t('item.starterHint')}
            error={errors.starter}
            className="mono"
            spellCheck={false}
            rows={4}
            maxLength={4000}
            value={draft.starter}
            onChange={({ target }) => set({ starter: target.value })}
          />
        </>
      )}
      <Rubric {...props} />
      <Textarea
        label={t('item.sample')}
        hint={t('item.sampleHint')}
        error={errors.sample}
        className={isCode ? 'mono' : undefined}
        spellCheck={!isCode}
        rows={6}
        maxLength={4000}
        value={draft.sample}
        onChange={({ target }) => set({ sample: target.value })}
      />
    </>
  );
}
