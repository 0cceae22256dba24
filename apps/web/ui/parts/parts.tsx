import { Mark } from '../mark';
import { ThemeSwitch } from '../theme';
import { AssessmentParts } from './assessment-parts';
import { ChartParts } from './chart-parts';
import { ControlParts } from './control-parts';
import { StateParts } from './state-parts';
import { ValueParts } from './value-parts';
import { WeekParts } from './week-parts';

export function Parts() {
  return (
    <main id="main" className="page parts-page">
      <div className="title">
        <a className="brand" href="/">
          <Mark />
          <span>TailCamp</span>
        </a>
        <span className="grow" />
        <ThemeSwitch />
      </div>
      <h1>Parts and their states</h1>
      <ValueParts />
      <ControlParts />
      <ChartParts />
      <AssessmentParts />
      <WeekParts />
      <StateParts />
    </main>
  );
}
