import { Section } from './section';

const SURFACES = ['canvas', 'sunken', 'surface', 'raised', 'line', 'line-strong', 'text', 'muted', 'faint'];
const MEANINGS = ['accent', 'good', 'warn', 'bad', 'info', 'tail'];
const PEOPLE = [1, 2, 3, 4, 5, 6, 7, 8].map((each) => `cat-${each}`);
const AMOUNTS = [0, 1, 2, 3, 4, 5].map((each) => `seq-${each}`);

export function ValueParts() {
  return (
    <>
      <Section
        title="Colour"
        about="One accent that means “you can act here”. Ember marks the tail. Eight for people, six for amounts."
      >
        {[SURFACES, MEANINGS, PEOPLE, AMOUNTS].map((names) => (
          <ul className="sws" key={names[0]}>
            {names.map((name) => (
              <li key={name}>
                <i style={{ background: `var(--${name})` }} />
                <code>{name}</code>
              </li>
            ))}
          </ul>
        ))}
      </Section>
      <Section title="Type" about="Inter with its optical sizes, numbers tabular. JetBrains Mono for code.">
        <div className="types">
          <p style={{ font: 'var(--w-head) var(--t-hero)/1.15 var(--font)', letterSpacing: '-.03em' }}>
            Groups that work <small className="note muted">hero 34</small>
          </p>
          <p className="figure num">
            .8480 <small className="note muted">figure 28</small>
          </p>
          <h3 style={{ font: 'var(--w-head) var(--t-title)/1.15 var(--font)' }}>
            Three people are stuck <small className="note muted">title 24</small>
          </h3>
          <p style={{ fontSize: 'var(--t-read)', lineHeight: 1.6 }}>
            A lesson is read at sixteen, with room between lines.
          </p>
          <p>The interface speaks at fourteen.</p>
          <p className="note muted">Reasons at thirteen, muted.</p>
          <p className="small muted num">Captions at twelve: 1,024 rows, 0.30 %</p>
        </div>
      </Section>
    </>
  );
}
