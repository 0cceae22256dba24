import { parseArgs } from 'node:util';
import { UsageError } from './command.js';

/**
 * The options of a command on files: `--json`, the text options that it names, and as many files as it wants.
 * @param files what each of them holds, for the message when one is missing
 * @throws {UsageError}
 */
export function parseFileOptions<Name extends string>(
  args: readonly string[],
  files: readonly string[],
  names: readonly Name[] = [],
): { paths: readonly string[]; json: boolean; texts: Partial<Record<Name, string>> } {
  const texts: Partial<Record<Name, string>> = {};
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      },
    });
    const missing = files[positionals.length];
    if (missing !== undefined) throw new UsageError(`name the file of the ${missing}`);
    if (positionals.length > files.length) {
      throw new UsageError(`too many files: "${positionals.slice(files.length).join('", "')}"`);
    }
    const given: Record<string, unknown> = values;
    for (const name of names) {
      const value = given[name];
      if (typeof value === 'string') texts[name] = value;
    }
    return { paths: positionals, json: given.json === true, texts };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
