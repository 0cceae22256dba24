'use client';
import { useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Check } from '@/ui/field';
import { Phrase } from '@/ui/markdown/markdown';

const MOST = 4;
const OFFERED = 100;

/** The questions of the bank that close a lesson: those of its skill, to be ticked. */
export function CheckField(props: {
  campId: string;
  skill: string;
  check: readonly string[];
  error: string | undefined;
  onChange: (check: string[]) => void;
}) {
  const t = useT();
  const { campId, skill, check, error, onChange } = props;
  const asked = { campId, skill, state: 'active' as const, limit: OFFERED };
  const { data } = useRead('itemBank.search', asked, { enabled: skill !== '' });
  const offered = skill === '' ? [] : (data?.items ?? []);
  const others = check.filter((id) => !offered.some(({ slug }) => slug === id));
  const toggle = (id: string) => onChange(check.includes(id) ? check.filter((one) => one !== id) : [...check, id]);
  const isFull = check.length >= MOST;
  return (
    <fieldset className="rows check-field" aria-invalid={error !== undefined || undefined}>
      <legend>{t('studio.check')}</legend>
      <p className="small muted">{t(skill === '' ? 'studio.checkNoSkill' : 'studio.checkHint', { most: MOST })}</p>
      {data !== undefined && offered.length === 0 && <p className="note">{t('studio.checkNone')}</p>}
      <div className="check-offered">
        {[
          ...others.map((id) => ({ id, question: id })),
          ...offered.map(({ slug, question }) => ({ id: slug, question })),
        ].map(({ id, question }) => (
          <Check
            key={id}
            checked={check.includes(id)}
            disabled={isFull && !check.includes(id)}
            onChange={() => toggle(id)}
          >
            <span>
              <Phrase>{question}</Phrase>
            </span>
          </Check>
        ))}
      </div>
      {error !== undefined && (
        <p className="hint bad" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
