'use client';
import type { CriterionPreview } from '@tailcamp/contracts';
import { useLocale, useT } from '@/lib/i18n/provider';
import { Meter } from '@/ui/charts/meter';
import { score } from '@/ui/format';
import { Bone } from '@/ui/states';
import { broughtInWords } from './notice-words';

const SHOWN = 6;

interface BroughtProps {
  preview: CriterionPreview;
  students: number;
  hard: boolean;
  groups: number | null;
}

/** What the students bring to a criterion, and how it came out in the trial. */
export function Brought({ preview, students, hard, groups }: BroughtProps) {
  const t = useT();
  const locale = useLocale();
  const { kind, brings, impossible, holds } = preview;
  const more = brings.length - SHOWN;
  return (
    <div className="brought">
      {brings.length > 0 && (
        <ul aria-label={t('preview.brings')}>
          {brings.slice(0, SHOWN).map(({ label, students: count }) => (
            <li key={label}>
              <i style={{ width: `${(100 * count) / Math.max(1, students)}%` }} />
              <span className="clip">{broughtInWords(t, locale, kind, label)}</span>
              <span className="num">{count}</span>
            </li>
          ))}
          {more > 0 && <li className="rest num">+{more}</li>}
        </ul>
      )}
      {preview.score !== null && groups !== null && (
        <p className="small muted came-out">
          {hard ? (
            <span className="num">{t('preview.holds', { holds: holds ?? 0, groups })}</span>
          ) : (
            <>
              <Meter value={preview.score} />
              <span className="num">{t('preview.score', { score: score(preview.score, 2) })}</span>
            </>
          )}
        </p>
      )}
      {hard && impossible && <p className="small bad">{t('preview.cannot', { why: impossible })}</p>}
    </div>
  );
}

/** Its place before the first trial, so that the criteria below stay where they are. */
export function BroughtBones() {
  return (
    <div className="brought" aria-hidden>
      <Bone width="38%" height={24} />
      <Bone width={168} height={18} />
    </div>
  );
}
