const [LEFT, RIGHT, TOP, FLOOR] = [34, 404, 12, 164];
/** Abilities shown, in standard deviations. */
const ENDS = 3;

/** Learners of about one ability: how many they were and what share was right. */
export interface Observed {
  ability: number;
  share: number;
  learners: number;
}

/**
 * How likely the right answer is at each ability: the model's curve, and as dots what learners did, larger for more of
 * them. Where the dots leave the curve, the question does not measure what it is thought to.
 */
export function ItemCurve(props: {
  discrimination: number;
  difficulty: number;
  guessing: number;
  observed?: readonly Observed[];
  label: string;
  words: { ability: string; difficulty: string };
}) {
  const { discrimination: a, difficulty: b, guessing: c, observed = [] } = props;
  const x = (ability: number) => LEFT + ((RIGHT - LEFT) * (ability + ENDS)) / (2 * ENDS);
  const y = (share: number) => FLOOR - (FLOOR - TOP) * share;
  const curve = Array.from({ length: 61 }, (_, step) => {
    const ability = -ENDS + step / 10;
    return `${round(x(ability))} ${round(y(c + (1 - c) / (1 + Math.exp(-a * (ability - b)))))}`;
  });
  const most = Math.max(1, ...observed.map(({ learners }) => learners));
  const middle = Math.max(-ENDS, Math.min(ENDS, b));
  return (
    <svg className="chart item-curve" viewBox="0 0 420 196" role="img" aria-label={props.label}>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <path className="grid" d={`M${LEFT} ${y(share)}H${RIGHT}`} />
          <text x="26" y={y(share) + 4} textAnchor="end">
            {share * 100}
          </text>
        </g>
      ))}
      {[-3, -2, -1, 0, 1, 2, 3].map((ability) => (
        <text key={ability} x={x(ability)} y="180" textAnchor="middle">
          {ability < 0 ? `−${-ability}` : ability}
        </text>
      ))}
      <path className="bound" d={`M${x(middle)} ${y((1 + c) / 2)}V${FLOOR}`} />
      <path className="line" d={`M${curve.join('L')}`} />
      {observed.map(({ ability, share, learners }) => (
        <circle
          key={ability}
          className="seen"
          cx={x(Math.max(-ENDS, Math.min(ENDS, ability)))}
          cy={y(share)}
          r={2.5 + 4 * Math.sqrt(learners / most)}
        />
      ))}
      <text className="acc" x={Math.min(x(middle) + 6, RIGHT - 60)} y={FLOOR - 6}>
        {props.words.difficulty}
      </text>
      <text x={RIGHT} y="194" textAnchor="end">
        {props.words.ability}
      </text>
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
