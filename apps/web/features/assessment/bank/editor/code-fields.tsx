'use client';
import type { CodeLanguage } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { Input, Select, Switch, Textarea } from '@/ui/field';
import { newCode } from './draft';
import type { FieldsProps } from './fields';

/** As the contract names them; the page's script must not bring the contracts with it. */
export const LANGUAGES = [
  'javascript',
  'python',
  'sql',
  'typescript',
  'html',
  'css',
  'bash',
  'http',
  'json',
  'yaml',
  'text',
] as const satisfies readonly CodeLanguage[];
const RUNNABLE: readonly CodeLanguage[] = ['javascript', 'python', 'sql'];

/** The piece of code that a question is about, and how it is proved that the key is true. */
export function CodeFields({ draft, set, errors }: FieldsProps) {
  const t = useT();
  const { code } = draft;
  const change = (next: Partial<NonNullable<typeof code>>) => code !== null && set({ code: { ...code, ...next } });
  return (
    <div className="form-column">
      <Switch checked={code !== null} onChange={({ target }) => set({ code: target.checked ? newCode() : null })}>
        {t('item.withCode')}
      </Switch>
      {code !== null && (
        <>
          <div className="form-grid">
            <Select
              label={t('item.language')}
              value={code.language}
              onChange={({ target }) =>
                change({ language: LANGUAGES.find((each) => each === target.value) ?? code.language })
              }
            >
              {LANGUAGES.map((language) => (
                <option key={language}>{language}</option>
              ))}
            </Select>
            <Input
              label={t('item.file')}
              hint={t('item.fileHint')}
              error={errors['code.file']}
              maxLength={60}
              value={code.file}
              onChange={({ target }) => change({ file: target.value })}
            />
          </div>
          <Textarea
            label={t('item.code')}
            error={errors['code.source']}
            className="mono"
            spellCheck={false}
            rows={7}
            maxLength={4000}
            value={code.source}
            onChange={({ target }) => change({ source: target.value })}
          />
          {RUNNABLE.includes(code.language) && (
            <details className="proof">
              <summary>{t('item.proof')}</summary>
              <div className="form-column">
                {(['prints', 'verify', 'setup'] as const).map((part) => (
                  <Textarea
                    key={part}
                    label={t(`item.${part}`)}
                    hint={t(`item.${part}Hint`)}
                    error={errors[`code.${part}`]}
                    className="mono"
                    spellCheck={false}
                    rows={2}
                    maxLength={part === 'prints' ? 1000 : 4000}
                    value={code[part]}
                    onChange={({ target }) => change({ [part]: target.value })}
                  />
                ))}
              </div>
            </details>
          )}
        </>
      )}
    </div>
  );
}
