import { readFile } from 'node:fs/promises';
import { Policy } from '@tailcamp/contracts';
import { InputError } from '../command.js';

/** Text of a file in UTF-8, or in UTF-16 where its byte order mark says so. @throws {InputError} when it cannot be read. */
export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const why =
      error.code === 'ENOENT' ? 'there is no such file' : error.code === 'EISDIR' ? 'it is a folder' : error.message;
    throw new InputError(`${path}: cannot be read: ${why}`);
  });
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

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
