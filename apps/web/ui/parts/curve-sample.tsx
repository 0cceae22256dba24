import { Curve } from '../charts/curve';
import type { Step } from '../charts/scale';
import { CURVE } from './sample';

export function CurveSample({ bound }: { bound?: readonly Step[] }) {
  return (
    <Curve
      points={CURVE}
      {...(bound ? { bound } : {})}
      label="Best score rises to .848 in 1.2 seconds"
      words={{ best: 'best', bound: 'bound', before: 'rules still broken', seconds: (seconds) => `${seconds} s` }}
    />
  );
}
