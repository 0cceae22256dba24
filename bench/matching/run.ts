import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Message } from './alone.js';
import { plotTargets } from './plot.js';
import type { Findings, Section, Target } from './section.js';
import { SECTIONS } from './sections.js';

const ALONE = fileURLToPath(new URL('./alone.js', import.meta.url));

interface Options {
  readonly json: boolean;
  readonly only: readonly string[];
  readonly plots: string | null;
}

type Measured = Findings & {
  readonly name: string;
  readonly seconds: { readonly cpu: number; readonly wall: number };
  readonly peakMebibytes: number;
};

/**
 * Measures section by section, one after another. Words go to stderr; with `json` the findings go to stdout.
 * @param only names of sections; all of them when it is empty
 * @param plots a folder for a picture of each section's targets, or null
 */
export async function run({ json, only, plots }: Options): Promise<void> {
  const unknown = only.filter((name) => SECTIONS.every((section) => section.name !== name));
  if (unknown.length > 0) {
    const known = SECTIONS.map(({ name }) => name).join(', ');
    throw new RangeError(`no section is called ${unknown.join(' or ')}; there are ${known}`);
  }
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const sections: Measured[] = [];
  for (const section of SECTIONS.filter(({ name }) => only.length === 0 || only.includes(name))) {
    say(`\n${section.name}: ${section.about}`);
    const started = performance.now();
    const measured = await alone(section, say);
    sections.push({ ...measured, seconds: { ...measured.seconds, wall: (performance.now() - started) / 1000 } });
    for (const line of measured.skipped ?? []) say(`left out: ${line}`);
    for (const one of measured.targets) say(verdict(one));
    if (plots !== null && measured.targets.length > 0) {
      mkdirSync(plots, { recursive: true });
      writeFileSync(join(plots, `${section.name}.svg`), plotTargets(section.about, measured.targets));
    }
    say(`${measured.seconds.cpu.toFixed(1)} CPU seconds, at most ${Math.round(measured.peakMebibytes)} MiB`);
  }
  if (!json) return;
  const machine = { node: process.version, processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
  process.stdout.write(`${JSON.stringify({ benchmark: 'matching', machine, sections }, null, 2)}\n`);
}

function alone(section: Section, say: (line: string) => void): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(ALONE, [section.name], { stdio: ['ignore', 2, 2, 'ipc'] });
    let measured: Measured | null = null;
    child.on('message', (message: Message) => {
      if ('say' in message) return say(message.say);
      const { findings, cpu, peakMebibytes } = message;
      measured = { name: section.name, ...findings, seconds: { cpu, wall: 0 }, peakMebibytes };
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (measured !== null && code === 0) resolve(measured);
      else reject(new Error(`the section ${section.name} ended by ${signal ?? `code ${code}`}`));
    });
  });
}

function verdict({ number, what, measured, wanted, met }: Target): string {
  const bound = 'atLeast' in wanted ? `at least ${figure(wanted.atLeast)}` : `at most ${figure(wanted.atMost)}`;
  return `  ${met ? 'met   ' : 'MISSED'} ${number}. ${what}: ${figure(measured)} (${bound})`;
}

const figure = (value: number) => (Math.abs(value) >= 1000 ? value.toFixed(0) : String(Number(value.toPrecision(5))));
