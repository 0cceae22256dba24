import { Card } from '../card';
import { Funnel } from '../charts/funnel';
import { ItemCurve } from '../charts/item-curve';
import { Radar } from '../charts/radar';
import { CodeView } from '../markdown/code-view';
import { Markdown } from '../markdown/markdown';
import { Section } from './section';

const WIDTHS = [1, 0.88, 0.77, 0.69, 0.63, 0.57, 0.53, 0.5, 0.48];
const SPOKES = [
  { id: 'sql', name: 'SQL', value: 0.72, error: 0.06, goal: 0.8 },
  { id: 'http', name: 'HTTP and APIs', value: 0.78, error: 0.05, goal: 0.8 },
  { id: 'testing', name: 'Testing', value: 0.46, error: 0.13, goal: 0.7 },
  { id: 'git', name: 'Git', value: 0.84, error: 0.04, goal: 0.8 },
  { id: 'react', name: 'React', value: 0.66, error: 0.08, goal: 0.7 },
  { id: 'css', name: 'CSS layout', value: 0.58, error: 0.1, goal: 0.6 },
  { id: 'feedback', name: 'Giving feedback', value: 0.6, error: 0.2, guessing: true, goal: 0.75 },
  { id: 'planning', name: 'Planning', value: 0.5, error: 0.16, guessing: true, goal: 0.65 },
];
const OBSERVED = [-2, -1.2, -0.4, 0.4, 1.2, 2].map((ability, bin) => ({
  ability,
  share: [0.27, 0.31, 0.46, 0.71, 0.88, 0.97][bin] ?? 0,
  learners: [12, 38, 71, 66, 31, 9][bin] ?? 0,
}));
const SOURCE = `function firstFree(slots, taken) {
  const busy = new Set(taken);
  for (const slot of slots) {
    if (!busy.has(slot)) return slot; // the first that nobody has
  }
  return null;
}`;
const LESSON = `An index helps where **few rows** are wanted. Ask \`EXPLAIN\` first:

\`\`\`sql
SELECT id FROM items WHERE name = 'tent' -- one of many
\`\`\`

| plan | rows read |
| --- | --- |
| Seq Scan | 10,000 |
| Index Scan | 1 |

1. Measure.
2. Then add.`;

export function AssessmentParts() {
  return (
    <>
      <Section title="How sure we are" about="The width of an estimate, never a score: each answer narrows it.">
        <div className="cols3">
          <Funnel
            widths={WIDTHS}
            likely={{ from: 12, to: 16 }}
            most={20}
            aim={0.35}
            label="From plus or minus 1 to 0.48 after eight answers"
            words={{ now: 'now', end: 'likely end' }}
          />
          <Funnel
            widths={[1]}
            likely={{ from: 10, to: 18 }}
            most={20}
            aim={0.35}
            label="Nothing is known yet"
            words={{ now: 'now', end: 'likely end' }}
          />
          <ItemCurve
            discrimination={1.4}
            difficulty={0.3}
            guessing={0.25}
            observed={OBSERVED}
            label="The curve of a question and what six bins of learners did"
            words={{ ability: 'ability', difficulty: 'difficulty' }}
          />
        </div>
      </Section>
      <Section
        title="Radar"
        about="Estimates with their errors; hollow where they are inferred, dashed what is aimed at."
      >
        <Card>
          <Radar spokes={SPOKES} label="A skill profile of eight skills" />
        </Card>
      </Section>
      <Section title="Code and Markdown" about="Code is read by number of line; what people write is never HTML.">
        <CodeView language="javascript" file="free-slot.js" source={SOURCE} words={{ larger: 'Larger text' }} />
        <Markdown>{LESSON}</Markdown>
      </Section>
    </>
  );
}
