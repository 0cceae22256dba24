import { cpuSeconds, type Findings } from './section.js';
import { SECTIONS } from './sections.js';

export type Message =
  | { readonly say: string }
  | { readonly findings: Findings; readonly cpu: number; readonly peakMebibytes: number };

/** Runs the section named by the first argument, in a process of its own, and sends its findings to the parent. */
const section = SECTIONS.find(({ name }) => name === process.argv[2]);
if (section === undefined || process.send === undefined) throw new Error('started by run.ts only');
const tell = (message: Message) => process.send?.(message);
const findings = await section.run((line) => tell({ say: line }));
// Linux and macOS both give kibibytes here, by way of libuv.
tell({ findings, cpu: cpuSeconds(), peakMebibytes: process.resourceUsage().maxRSS / 1024 });
