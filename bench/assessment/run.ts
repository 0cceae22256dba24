import { exposureControls, type ItemBank, referenceBank } from '@tailcamp/server/assessment/engine';
import { shippedBanks } from './banks.js';
import { adaptively, byChance, type Figures, onFixedForm } from './forms.js';

const EXAMINEES = 2000;
const SEED = 20261125;
const HIGHEST = 0.35;
/** No test on the reference bank is cut short, so that its length is what the standard error takes. */
const UNCAPPED = 200;
const CAPPED = 20;

interface Target {
  readonly name: string;
  readonly measured: number;
  readonly wanted: string;
  readonly met: boolean;
}

/** How long, exact and honest adaptive tests are, on the reference bank and the shipped tracks, against other forms. */
export async function run({ json }: { json: boolean }): Promise<void> {
  const say = (line: string) => void (json ? process.stderr : process.stdout).write(`${line}\n`);
  say(`${EXAMINEES} examinees from a standard normal population; an adaptive test ends at a standard error of 0.35`);
  say(`${''.padEnd(44)}questions    RMSE  95 % covered  highest exposure  ms a step`);
  const show = (name: string, figures: Figures) => {
    const { questions, rmse, covered, highestExposure, millisecondsPerStep } = figures;
    say(
      `${name.padEnd(44)}${questions.toFixed(1).padStart(9)}${rmse.toFixed(3).padStart(8)}${covered.toFixed(3).padStart(14)}` +
        `${highestExposure.toFixed(3).padStart(18)}${millisecondsPerStep.toFixed(3).padStart(11)}`,
    );
    return figures;
  };
  const reference = measure('reference bank', referenceBank(), UNCAPPED, show);
  const tracks = (await shippedBanks()).map(({ name, bank }) => ({
    size: bank.size,
    ...measure(`${name} (${bank.size} items)`, bank, CAPPED, show),
  }));
  const targets = [...targetsOf(reference), ...tracks.flatMap(targetsOfTrack)];
  for (const { name, measured, wanted, met } of targets) {
    say(`${met ? 'met   ' : 'MISSED'} ${name}: ${measured.toFixed(3)}, ${wanted} wanted`);
  }
  if (json) {
    const findings = { benchmark: 'assessment', examinees: EXAMINEES, targets, reference, tracks };
    process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
  }
}

type Measured = ReturnType<typeof measure>;

function measure(name: string, bank: ItemBank, most: number, show: (name: string, figures: Figures) => Figures) {
  const free = adaptively(bank, most, EXAMINEES, SEED);
  show(`${name}, adaptive`, free.figures);
  const chance = show('  as many by chance', byChance(bank, free.lengths, SEED + 1));
  const fixed = show('  as many on one form', onFixedForm(bank, free.lengths, SEED + 2));
  const before = process.cpuUsage();
  const { controls } = exposureControls(bank, { seed: SEED, target: HIGHEST, most });
  const { user, system } = process.cpuUsage(before);
  const controlled = adaptively(bank.withControls(controls), most, EXAMINEES, SEED + 3);
  show('  adaptive, exposure controlled', controlled.figures);
  const controlSeconds = (user + system) / 1e6;
  return { name, adaptive: free.figures, chance, fixed, controlled: controlled.figures, controlSeconds };
}

function targetsOf({ adaptive, chance, controlled }: Measured): readonly Target[] {
  const most = (name: string, measured: number, limit: number): Target => ({
    name: `reference bank, ${name}`,
    measured,
    wanted: `at most ${limit}`,
    met: measured <= limit,
  });
  const ratio = chance.rmse / adaptive.rmse;
  return [
    most('questions', adaptive.questions, 20),
    most('RMSE', adaptive.rmse, 0.36),
    {
      name: 'reference bank, 95 % intervals covered',
      measured: adaptive.covered,
      wanted: '0.93 to 0.97',
      met: adaptive.covered >= 0.93 && adaptive.covered <= 0.97,
    },
    { name: 'reference bank, RMSE by chance ÷ adaptive', measured: ratio, wanted: 'at least 1.4', met: ratio >= 1.4 },
    most('highest exposure under control', controlled.highestExposure, HIGHEST),
    most('questions under control ÷ without', controlled.questions / adaptive.questions, 1.35),
    most('CPU milliseconds a step', controlled.millisecondsPerStep, 2),
  ];
}

function targetsOfTrack({ name, size, controlled }: Measured & { size: number }): readonly Target[] {
  const limit = Math.max(HIGHEST, (1.5 * controlled.questions) / size);
  const { highestExposure } = controlled;
  return [
    {
      name: `${name}, highest exposure under control`,
      measured: highestExposure,
      wanted: `at most ${limit.toFixed(3)}`,
      met: highestExposure <= limit,
    },
  ];
}
