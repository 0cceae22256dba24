/** The largest file that an import takes, in bytes. */
export const LARGEST_FILE = 5_000_000;

/**
 * The text of a file that a spreadsheet wrote: UTF-16 by its byte order mark, UTF-8 where it is that, else Windows-1252,
 * in which older programs save.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
