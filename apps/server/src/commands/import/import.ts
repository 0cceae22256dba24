import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { ContentImport, Import } from '@tailcamp/contracts';
import { type Command, EXIT, InputError, type Operate, type Operated, type Terminal, UsageError } from '../command.js';
import { readText } from '../text-file.js';

interface Options {
  file: string;
  camp: string | null;
  /** The skill of questions that name none, or the track of a file of two columns. */
  under: string | null;
  data: string;
  json: boolean;
}

const WHERE = `  --camp CAMP    its id or its name
  --data FOLDER  the data directory, ./data unless told; where a server holds it, the server does the work
  --json         print the report rather than a line for each row
`;

/** `tailcamp import skills`: a track into the library, or into a camp. */
export const skills: Command = {
  summary: 'bring skills and their prerequisites from a file',
  usage: `Usage: tailcamp import skills FILE [--camp CAMP] [--track NAME] [--data FOLDER] [--json]

  FILE           .csv with the columns skill and prerequisite, or .yaml with a whole track; taken whole or not at all
  --track NAME   the track of a .csv; the name of the file unless told
${WHERE}
Without --camp they go into the library, which every camp sees.
`,
  run: (args, terminal, operate) =>
    bring(args, 'track', terminal, operate, async (server, { file, camp, under: track }) => {
      const content = await readText(file);
      return server.run<ContentImport>('import-track', {
        ...(await placed(server, camp)),
        track,
        fileName: basename(file),
        content,
      });
    }),
};

/** `tailcamp import items`: questions into the library, or into a camp. */
export const items: Command = {
  summary: 'bring questions from a file',
  usage: `Usage: tailcamp import items FILE [--camp CAMP] [--skill NAME] [--data FOLDER] [--json]

  FILE           .yaml, .csv, an item of QTI 2.1 or 3.0 (.xml) or a package of them (.zip); docs/files.md tells what is read
  --skill NAME   for questions whose file names no skill
${WHERE}
Without --camp they go into the library, which every camp sees. What cannot be read is listed, and the rest is taken; the exit code
is then 2.
`,
  run: (args, terminal, operate) =>
    bring(args, 'skill', terminal, operate, async (server, { file, camp, under: skill }) => {
      const content = /\.zip$/i.test(file) ? (await bytesOf(file)).toString('base64') : await readText(file);
      return server.run<ContentImport>('import-items', {
        ...(await placed(server, camp)),
        skill,
        fileName: basename(file),
        content,
      });
    }),
};

/** `tailcamp import roster`: people into a camp. */
export const roster: Command = {
  summary: 'bring people and their answers from a file into a camp',
  usage: `Usage: tailcamp import roster FILE [--camp CAMP] [--data FOLDER] [--json]

  FILE           .csv: an export of Google Forms, Canvas, Qualtrics or a spreadsheet, with an e-mail column
${WHERE}
Without --camp it goes into the only camp there is.
`,
  run: (args, terminal, operate) =>
    bring(args, null, terminal, operate, async (server, { file, camp }) => {
      const content = await readText(file);
      const { campId } = await server.run<{ campId: string }>('find-camp', { camp });
      return server.run<Import>('import-roster', { campId, fileName: basename(file), content });
    }),
};

async function bring(
  args: readonly string[],
  under: 'track' | 'skill' | null,
  terminal: Terminal,
  operate: Operate,
  work: (server: Operated, options: Options) => Promise<ContentImport | Import>,
): Promise<number> {
  const options = parsed(args, under);
  const server = await operate(options.data, (line) => terminal.err(`${line}\n`));
  try {
    return tell(await work(server, options), options.json, terminal);
  } finally {
    await server.close();
  }
}

async function placed(server: Operated, camp: string | null): Promise<{ campId: string | null }> {
  if (camp === null) return { campId: null };
  const { campId } = await server.run<{ campId: string }>('find-camp', { camp });
  return { campId };
}

/** @returns 2 where anything was refused */
function tell(report: ContentImport | Import, json: boolean, terminal: Terminal): number {
  const { fileName, read, added, changed, unchanged, refused, rows } = report;
  if (json) terminal.out(`${JSON.stringify(report, null, 2)}\n`);
  else {
    for (const row of rows) terminal.out(`${placeOf(row)}${row.was}: ${row.message}\n`);
    terminal.out(
      `${fileName}: ${read} read, ${added} added, ${changed} changed, ${unchanged} as before, ${refused} refused\n`,
    );
  }
  if (refused > 0 && json)
    for (const row of rows) if (row.was === 'refused') terminal.err(`${placeOf(row)}${row.message}\n`);
  return refused > 0 ? EXIT.badInput : EXIT.done;
}

type Row = (ContentImport | Import)['rows'][number];

/** Where a row stands: `row 4, column "answer": `. */
function placeOf(row: Row): string {
  const column = 'at' in row ? row.at : row.column;
  const parts = [
    'file' in row ? row.file : null,
    row.row === null ? null : `row ${row.row}`,
    column === null ? null : `column "${column}"`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? '' : `${parts.join(', ')}: `;
}

async function bytesOf(path: string): Promise<Buffer> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(
      `${path}: cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`,
    );
  });
}

function parsed(args: readonly string[], under: 'track' | 'skill' | null): Options {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        camp: { type: 'string' },
        data: { type: 'string', default: './data' },
        json: { type: 'boolean', default: false },
        ...(under !== null && { [under]: { type: 'string' as const } }),
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined) throw new UsageError('name the file');
    if (more.length > 0) throw new UsageError(`too many files: "${more.join('", "')}"`);
    const given: Record<string, unknown> = values;
    const named = under === null ? undefined : given[under];
    return {
      file,
      camp: values.camp ?? null,
      under: typeof named === 'string' ? named : null,
      data: values.data,
      json: values.json,
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
