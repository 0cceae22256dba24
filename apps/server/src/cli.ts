import { type Command, EXIT, InputError, type Terminal, UsageError } from './commands/command.js';

/** Loaded only when asked for: a command on files must not wait for Nest or a database. */
const COMMANDS: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  match: {
    summary: 'form groups from a survey file',
    load: async () => (await import('./commands/match/match.js')).match,
  },
};

const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  watched: process.stderr.isTTY === true,
};

/** Runs `tailcamp ARGS…`. @returns the exit code: 0 done, 2 bad input, 3 cannot be satisfied, 1 anything else. */
export async function run(args: readonly string[], terminal: Terminal = processTerminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.err(overview());
    return name === undefined ? EXIT.badInput : EXIT.done;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry === undefined) {
    terminal.err(`tailcamp: there is no command "${name}"\n\n${overview()}`);
    return EXIT.badInput;
  }
  const command = await entry.load();
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.err(command.usage);
    return EXIT.done;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(`tailcamp ${name}: ${error.message}\n\n${command.usage}`);
      return EXIT.badInput;
    }
    if (error instanceof InputError) {
      terminal.err(`${error.message}\n`);
      return EXIT.badInput;
    }
    terminal.err(`tailcamp ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return EXIT.failed;
  }
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`);
  return `Usage: tailcamp COMMAND [OPTIONS]\n\n${lines.join('\n')}\n\ntailcamp COMMAND --help tells the options of one.\n`;
}
