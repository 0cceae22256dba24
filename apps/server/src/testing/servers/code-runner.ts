import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';

/** A piece of code, with what stands before and behind it. */
export interface Program {
  setup?: string | undefined;
  source: string;
  verify?: string | undefined;
}

const run = promisify(execFile);
/** Enough for any piece that ends at all. */
const LIMIT = { timeout: 10_000 };

/** Ends of lines and blanks before them do not count in what is printed. */
export const asPrinted = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

const whole = ({ setup = '', source, verify = '' }: Program): string => [setup, source, verify].join('\n');

/** @returns what it prints, as a script of Node or, where it is written as one, a module. @throws what it throws */
export async function runJavaScript(program: Program): Promise<string> {
  return asPrinted((await run(process.execPath, ['-e', whole(program)], LIMIT)).stdout);
}

/** The Python at hand; null where there is none that is new enough. */
export function findPython(): string | null {
  // It tells the program itself: what stands in the PATH may be a script that looks for it anew each time.
  const asked = ['-c', 'import sys; sys.version_info < (3, 11) and sys.exit(1); print(sys.executable)'];
  for (const name of ['python3', 'python']) {
    try {
      return execFileSync(name, asked, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {}
  }
  return null;
}

/** @returns what it prints. @throws what it raises */
export async function runPython(python: string, program: Program): Promise<string> {
  return asPrinted((await run(python, ['-I', '-c', whole(program)], LIMIT)).stdout);
}

/** A database on which pieces of SQL are run one after another, each in a transaction that is rolled back. */
export class SqlRunner {
  private constructor(
    private readonly database: PGlite,
    /** For each type one that leaves what PostgreSQL writes as it is. */
    private readonly parsers: Record<number, (text: string) => string>,
  ) {}

  static async start(): Promise<SqlRunner> {
    const database = await PGlite.create();
    const { rows } = await database.query<{ oid: number }>('SELECT oid::int FROM pg_type');
    return new SqlRunner(database, Object.fromEntries(rows.map(({ oid }) => [oid, (text: string) => text])));
  }

  /** @returns the rows of the last statement of `source`, a line each, cells parted by ` | `. @throws its error */
  async run({ setup = '', source, verify = '' }: Program): Promise<string> {
    const { database, parsers } = this;
    try {
      await database.exec(`BEGIN; ${setup}`);
      const rows = (await database.exec(source, { rowMode: 'array', parsers })).at(-1)?.rows ?? [];
      await database.exec(verify);
      return asPrinted(
        rows
          .map((row) =>
            Object.values(row)
              .map((cell) => cell ?? 'NULL')
              .join(' | '),
          )
          .join('\n'),
      );
    } finally {
      await database.exec('ROLLBACK');
    }
  }

  close(): Promise<void> {
    return this.database.close();
  }
}
