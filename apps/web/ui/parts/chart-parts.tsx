import { Card } from '../card';
import { HeatMap } from '../charts/heat-map';
import { AmongAll, Meter, Whisker } from '../charts/meter';
import { TailStrip } from '../charts/tail-strip';
import { score } from '../format';
import { Because } from '../states';
import { CurveSample } from './curve-sample';
import { BOUND, SCORES, sequence } from './sample';
import { Section } from './section';

const next = sequence(11);
const CRITERIA = ['Free time', 'Level', 'Interests', 'Languages', 'Wishes'];
const ROWS = ['Transit tracker', 'Seed library', 'Ward rounds', 'Tide tables'].map((name, row) => ({
  id: name,
  name,
  values: CRITERIA.map((_, column) => (row === 0 && column === 0 ? 0.1 : 0.4 + next() * 0.6)),
  total: 0.7 + row * 0.04,
}));

export function ChartParts() {
  return (
    <>
      <Section title="Because and whisker" about="Every decision carries its reason. An estimate never stands alone.">
        <Because>
          <b>Free time holds it back.</b> Skills fit well, but four people in UTC−3 to UTC+7 share only Saturday noon.
        </Because>
        <dl className="whisks">
          {[
            { name: 'SQL', value: 0.72, error: 0.06 },
            { name: 'Giving feedback', value: 0.6, error: 0.2, guessing: true },
            { name: 'Indexes, weakest', value: 0.22, error: 0.08, low: true },
          ].map(({ name, ...estimate }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Whisker label={`${estimate.value} give or take ${estimate.error}`} {...estimate} />
              </dd>
              <dd className="num muted">
                {estimate.value * 100} ± {estimate.error * 100}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section
        title="One against all"
        about="A value is shown inside its distribution: a tick for the median, thirty dots for thirty groups."
      >
        <div className="cols3">
          <Card className="group">
            <dl className="crits">
              {CRITERIA.slice(0, 3).map((name, index) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    <Meter value={index === 0 ? 0.5 : 0.83} cohort={SCORES} low={index === 0} />
                  </dd>
                  <dd className={index === 0 ? 'num ember' : 'num'}>{score(index === 0 ? 0.5 : 0.83)}</dd>
                </div>
              ))}
            </dl>
          </Card>
          <div>
            <AmongAll value={0.72} cohort={SCORES} low />
            <AmongAll value={0.88} cohort={SCORES} />
          </div>
          <TailStrip scores={SCORES} label="All thirty group scores, from .713 to .927" />
        </div>
      </Section>
      <Section title="Curve" about="The best so far as it arrived, the proven bound dashed, the gap between them.">
        <div className="cols3">
          <CurveSample bound={BOUND} />
          <CurveSample />
        </div>
      </Section>
      <Section title="Heat map" about="Six tones from none to all; the one weakest cell is ringed in ember.">
        <Card>
          <HeatMap
            label="Scores of four groups on five criteria"
            corner="Group"
            columns={CRITERIA}
            rows={ROWS}
            totalName="Score"
            tail={{ row: 'Transit tracker', column: 0 }}
          />
        </Card>
      </Section>
    </>
  );
}
