import { Clock } from 'lucide-react';
import type { Translate } from '@/lib/i18n/translate';
import { Meter } from '@/ui/charts/meter';
import { TailStrip } from '@/ui/charts/tail-strip';
import { score } from '@/ui/format';
import { Icon } from '@/ui/icon';
import { Avatar } from '@/ui/marks';
import { Because } from '@/ui/states';
import { FreeGrid } from '@/ui/week/free-grid';

/** Thirty scores for the picture on the landing page; no camp of anybody's. */
const SCORES = [
  0.713, 0.774, 0.78, 0.793, 0.798, 0.802, 0.803, 0.812, 0.813, 0.82, 0.826, 0.833, 0.834, 0.841, 0.846, 0.853, 0.854,
  0.861, 0.867, 0.874, 0.875, 0.888, 0.889, 0.889, 0.896, 0.897, 0.902, 0.908, 0.909, 0.927,
];
const MEMBERS = [
  { id: 'example-2', name: 'Tomasz Wrona' },
  { id: 'example-5', name: 'Minh Anh Tran' },
  { id: 'example-7', name: 'Samuel Adeyemi' },
  { id: 'example-9', name: 'Lucía Ferrer' },
];
const CRITERIA = [
  { name: 'landing.exampleLevel', value: 0.83, middle: 0.87 },
  { name: 'landing.exampleTime', value: 0.5, middle: 0.8, low: true },
  { name: 'landing.exampleInterests', value: 0.66, middle: 0.71 },
  { name: 'landing.exampleWishes', value: 0.75, middle: 0.83 },
] as const;
/** Saturday from 12 to 16 all four; the rest a pattern of evenings and days. */
const FREE = Array.from({ length: 168 }, (_, hour) => {
  const [day, clock] = [Math.floor(hour / 24), hour % 24];
  if (day === 5 && clock >= 12 && clock < 16) return MEMBERS.length;
  return clock < 8 ? 0 : (day * 5 + Math.floor(clock / 2) * 3) % MEMBERS.length;
});

/** One group as TailCamp shows it: the weakest of thirty, and what holds it back. */
export function ExampleGroup({ t }: { t: Translate }) {
  const worst = score(SCORES[0] ?? 0, 3);
  const [low, high] = [worst, score(SCORES.at(-1) ?? 0, 3)];
  return (
    <figure className="card landing-example">
      <figcaption className="small muted">{t('landing.example')}</figcaption>
      <TailStrip scores={SCORES} label={t('landing.exampleStrip', { low, high })} />
      <div className="group-head">
        <div className="grow">
          <p className="example-name">{t('landing.exampleName')}</p>
          <p className="small muted">
            {t('group.number', { number: 17 })} · <span className="ember">{t('run.tail')}</span>
          </p>
        </div>
        <p className="score num ember">{worst}</p>
      </div>
      <ul className="members plain">
        {MEMBERS.map((member) => (
          <li className="member" key={member.id}>
            <Avatar of={member} size="s" />
            {member.name}
          </li>
        ))}
      </ul>
      <div className="group-foot">
        <dl className="crits">
          {CRITERIA.map(({ name, value, middle, ...rest }) => (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd>
                <Meter value={value} cohort={[middle]} low={'low' in rest} />
              </dd>
              <dd className={'low' in rest ? 'num ember' : 'num'}>{score(value)}</dd>
            </div>
          ))}
        </dl>
        <FreeGrid counts={FREE} members={MEMBERS.length} label={t('landing.exampleFree')} />
      </div>
      <p className="small muted group-time">
        <Icon of={Clock} size="s" />
        <span>{t('landing.exampleFree')}</span>
      </p>
      <Because>
        <b>{t('landing.exampleBecause')}</b> {t('landing.exampleReason')}
      </Because>
    </figure>
  );
}
