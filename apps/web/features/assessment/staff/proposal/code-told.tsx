'use client';
import type { CodeFinding, CodeReport } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { Tag } from '@/ui/marks';
import { findingInWords } from './finding-words';

const TONES = { error: 'bad', warning: 'warn', hint: undefined } as const satisfies Record<
  CodeFinding['severity'],
  unknown
>;
const SHOWN = 12;

/** What a program tells without being run: whether it parses, its tests, and what is found in its lines. */
export function CodeTold({ code: { findings, left, summary } }: { code: CodeReport }) {
  const t = useT();
  const { parses, functions, complexity, tests } = summary;
  const shown = findings.slice(0, SHOWN);
  const more = findings.length - shown.length + left;
  return (
    <Card title={t('code.title')}>
      <div className="pad form-column">
        <p className="row wrap">
          {parses !== null && (
            <Tag tone={parses ? 'good' : 'bad'}>{t(parses ? 'code.parses' : 'code.doesNotParse')}</Tag>
          )}
          {functions > 0 && <Tag>{t('code.functions', { count: functions })}</Tag>}
          {complexity !== null && <Tag>{t('code.paths', { paths: complexity.most })}</Tag>}
          {tests.map(({ framework, count }) => (
            <Tag key={framework}>{t('code.tests', { framework, count })}</Tag>
          ))}
          {tests.length === 0 && parses !== null && <Tag>{t('code.noTests')}</Tag>}
        </p>
        {findings.length === 0 && <p className="note muted">{t('code.fine')}</p>}
        <ul className="findings">
          {shown.map((finding) => (
            <li key={`${finding.line} ${finding.rule} ${finding.words}`} className="note">
              <Tag tone={TONES[finding.severity]}>{t('code.line', { line: finding.line })}</Tag>
              <span className="grow">{findingInWords(t, finding)}</span>
            </li>
          ))}
        </ul>
        {more > 0 && <p className="small muted">{t('code.more', { count: more })}</p>}
      </div>
    </Card>
  );
}
