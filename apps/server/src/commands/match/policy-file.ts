import { Policy } from '@tailcamp/contracts';
import { InputError } from '../command.js';
import { readText } from '../text-file.js';

/** @throws {InputError} naming every field that does not fit. */
export async function readPolicy(path: string): Promise<Policy> {
  const text = await readText(path);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new InputError(`${path}: no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = Policy.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path: field, message }) => {
    const where = field.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
    return `${path}: ${where.replace(/^\./, '') || 'policy'}: ${message}`;
  });
  throw new InputError(problems.join('\n'));
}
