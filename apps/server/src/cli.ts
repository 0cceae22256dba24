import { type Command, EXIT, InputError, type Operate, type Terminal, UsageError } from './commands/command.js';
import { StartupError } from './kernel/startup-error.js';

/**
 * By name, of one word or two. Loaded only when asked for: a command on files must not wait for Nest or a database.
 */
const COMMANDS: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  match: {
    summary: 'form groups from a survey file',
    load: async () => (await import('./commands/match/match.js')).match,
  },
  'import skills': {
    summary: 'bring skills and their prerequisites from a file',
    load: async () => (await import('./commands/import/import.js')).skills,
  },
  'import items': {
    summary: 'bring questions from a file',
    load: async () => (await import('./commands/import/import.js')).items,
  },
  'import roster': {
    summary: 'bring people and their answers from a file into a camp',
    load: async () => (await import('./commands/import/import.js')).roster,
  },
  'items estimate': {
    summary: 'estimate abilities from items and answers',
    load: async () => (await import('./commands/items/estimate.js')).estimate,
  },
  'mastery fit': {
    summary: 'fit knowledge tracing to answers in practice',
    load: async () => (await import('./commands/mastery/fit.js')).fit,
  },
  path: {
    summary: 'order what has to be learnt for a goal',
    load: async () => (await import('./commands/path/path.js')).path,
  },
};

/** Loaded when a command works on data: most do not. */
const operate: Operate = async (data, say) => (await import('./operate.js')).operate(data, say);

const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  watched: process.stderr.isTTY === true,
};

/** Runs `tailcamp ARGS…`. @returns the exit code: 0 done, 2 bad input, 3 cannot be satisfied, 1 anything else. */
export async function run(args: readonly string[], terminal: Terminal = processTerminal): Promise<number> {
  const [first] = args;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    terminal.err(overview());
    return first === undefined ? EXIT.badInput : EXIT.done;
  }
  const name = nameIn(args);
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry === undefined) {
    terminal.err(`tailcamp: there is no command "${name}"\n\n${overview()}`);
    return EXIT.badInput;
  }
  const rest = args.slice(name.split(' ').length);
  const command = await entry.load();
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.err(command.usage);
    return EXIT.done;
  }
  try {
    return await command.run(rest, terminal, operate);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(`tailcamp ${name}: ${error.message}\n\n${command.usage}`);
      return EXIT.badInput;
    }
    if (error instanceof StartupError) {
      terminal.err(`${error.message}\n`);
      return EXIT.failed;
    }
    if (error instanceof InputError) {
      terminal.err(`${error.message}\n`);
      return EXIT.badInput;
    }
    terminal.err(`tailcamp ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return EXIT.failed;
  }
}

/** The words that name a command: the first, or the first two where commands begin with it and none is it alone. */
function nameIn(args: readonly string[]): string {
  const [first = ''] = args;
  const begins = Object.keys(COMMANDS).some((name) => name.startsWith(`${first} `));
  return begins && !Object.hasOwn(COMMANDS, first) ? args.slice(0, 2).join(' ') : first;
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map(({ length }) => length));
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: tailcamp COMMAND [OPTIONS]\n\n${lines.join('\n')}\n\ntailcamp COMMAND --help tells the options of one.\n`;
}
