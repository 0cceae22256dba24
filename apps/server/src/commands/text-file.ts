import { readFile } from 'node:fs/promises';
import { InputError } from './command.js';

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
