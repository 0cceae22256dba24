'use client';
import type { ItemStatistics } from '@tailcamp/contracts';
import { ChartSpline, Check, TriangleAlert } from 'lucide-react';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { ItemCurve } from '@/ui/charts/item-curve';
import { decimal, percent, signed } from '@/ui/format';
import { Icon } from '@/ui/icon';
import { Phrase } from '@/ui/markdown/markdown';
import { Page } from '@/ui/shell/page';
import { Because, Empty } from '@/ui/states';
import { letterOf } from '../exam/options';
import { ItemHead } from './item-head';
import { misfitInWords } from './misfit-words';

/** With fewer answers chance says more than they do, so that nothing is said to be wrong. */
const ENOUGH = 50;

/** How a question works: its curve beside what learners did, what its options drew, and what is wrong with it. */
export function StatisticsPage({ campId, itemId }: { campId: string; itemId: string }) {
  const t = useT();
  const item = useGiven('itemBank.get', { campId, itemId });
  const statistics = useGiven('itemBank.statistics', { campId, itemId });
  const { answers, curve, options, misfits } = statistics;
  return (
    <Page
      crumbs={[
        { label: t('staff.questions'), href: `/camps/${campId}/assessment/questions` },
        { label: item.skill.title },
      ]}
    >
      <ItemHead campId={campId} itemId={itemId} item={item} />
      <div className="two statistics">
        <div className="col">
          {curve.length > 0 && <CurveCard statistics={statistics} calibrated={item.calibrated} />}
          {answers === 0 && (
            <Card label={t('item.tabStatistics')}>
              <Empty icon={ChartSpline} title={t('stat.none')}>
                {t(curve.length > 0 ? 'stat.noneBecause' : 'stat.writtenBecause')}
              </Empty>
            </Card>
          )}
          {answers > 0 && options.length > 0 && <OptionsCard statistics={statistics} />}
        </div>
        <div className="col">
          <Card title={t('stat.verdict')}>
            <div className="pad form-column">
              {misfits.length > 0 ? (
                <ul className="misfits">
                  {misfits.map((misfit, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a misfit has no other identity
                    <li key={at}>
                      <Icon of={TriangleAlert} tone="warn" />
                      <span>{misfitInWords(t, misfit)}</span>
                    </li>
                  ))}
                </ul>
              ) : answers < ENOUGH ? (
                <p className="note muted">{t('stat.early', { count: answers, enough: ENOUGH })}</p>
              ) : (
                <p className="row">
                  <Icon of={Check} tone="good" />
                  {t('stat.fine')}
                </p>
              )}
            </div>
          </Card>
          <Figures statistics={statistics} />
        </div>
      </div>
    </Page>
  );
}

function CurveCard({ statistics, calibrated }: { statistics: ItemStatistics; calibrated: boolean }) {
  const t = useT();
  const { parameters, observed, errors } = statistics;
  const { difficulty, discrimination, guessing } = parameters;
  const figure = signed(difficulty);
  return (
    <Card title={t('stat.curve')}>
      <div className="pad form-column">
        <ItemCurve
          discrimination={discrimination}
          difficulty={difficulty}
          guessing={guessing}
          observed={observed.map(({ ability, answers, observed: share }) => ({ ability, share, learners: answers }))}
          label={t('stat.curveLabel', {
            difficulty: figure,
            points: observed
              .map((point) => `${signed(point.ability, 1)}: ${percent(point.observed)} (${point.answers})`)
              .join('; '),
          })}
          words={{ ability: t('stat.ability'), difficulty: t('stat.difficultyAt', { difficulty: figure }) }}
        />
        {observed.length > 0 && <p className="legend">{t('stat.points')}</p>}
        <Because>
          {calibrated && errors !== null
            ? t('stat.calibrated', {
                difficulty: `${figure} ± ${decimal(errors.difficulty)}`,
                discrimination: `${decimal(discrimination)} ± ${decimal(errors.discrimination)}`,
              })
            : t('stat.authored')}
        </Because>
      </div>
    </Card>
  );
}

function OptionsCard({ statistics: { options, answers, unknown } }: { statistics: ItemStatistics }) {
  const t = useT();
  return (
    <Card title={t('stat.options')}>
      <table className="chosen">
        <thead className="sr">
          <tr>
            <th scope="col">{t('item.options')}</th>
            <th scope="col">{t('stat.chosen')}</th>
          </tr>
        </thead>
        <tbody>
          {options.map(({ text, right, chosen }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an option is known by its place
            <tr key={at} className={right ? 'right' : undefined}>
              <th scope="row">
                <span className="row">
                  <kbd>{letterOf(at)}</kbd>
                  <span className="grow">
                    <Phrase>{text}</Phrase>
                  </span>
                  {right && (
                    <>
                      <Icon of={Check} size="s" tone="good" />
                      <span className="sr">{t('stat.isRight')}</span>
                    </>
                  )}
                </span>
                <span className="share">
                  <i style={{ width: `${(100 * chosen) / Math.max(1, answers)}%` }} />
                </span>
              </th>
              <td className="num">
                {chosen} <span className="muted">{percent(chosen / Math.max(1, answers))}</span>
              </td>
            </tr>
          ))}
          {unknown > 0 && (
            <tr>
              <th scope="row" className="muted">
                {t('exam.unknown')}
              </th>
              <td className="num">
                {unknown} <span className="muted">{percent(unknown / Math.max(1, answers))}</span>
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </Card>
  );
}

function Figures({ statistics }: { statistics: ItemStatistics }) {
  const t = useT();
  const { answers, right, unknown, meanSeconds, fit, parameters, curve } = statistics;
  const rows: readonly (readonly [string, string])[] = [
    [t('bank.answers'), String(answers)],
    ...(curve.length > 0 && answers > 0 ? [[t('bank.right'), `${right} · ${percent(right / answers)}`] as const] : []),
    ...(unknown > 0 ? [[t('exam.unknown'), String(unknown)] as const] : []),
    ...(meanSeconds === null ? [] : [[t('stat.time'), t('stat.seconds', { count: Math.round(meanSeconds) })] as const]),
    ...(curve.length > 0
      ? [
          [t('bank.difficulty'), signed(parameters.difficulty)] as const,
          [t('item.discrimination'), decimal(parameters.discrimination)] as const,
          [t('item.guessing'), percent(parameters.guessing)] as const,
        ]
      : []),
    ...(fit === null
      ? []
      : [[t('stat.infit'), decimal(fit.infit)] as const, [t('stat.outfit'), decimal(fit.outfit)] as const]),
  ];
  return (
    <Card title={t('stat.figures')}>
      <dl className="figures pad">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      {fit !== null && <p className="small muted pad">{t('stat.fitHow')}</p>}
    </Card>
  );
}
