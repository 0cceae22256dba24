import { decodeText, LARGEST_FILE } from '../../camps/read-text';

/** A file as an import takes it. */
export interface GivenFile {
  fileName: string;
  /** Text; a package in base64. */
  content: string;
  /** Its first lines, to be recognized by; null for a package. */
  begins: readonly string[] | null;
  lines: number;
}

const SHOWN_LINES = 6;
const isPackage = (name: string) => name.toLowerCase().endsWith('.zip');

/** @returns null where it is larger than an import takes, base64 and all */
export async function readFile(file: File): Promise<GivenFile | null> {
  const most = isPackage(file.name) ? Math.floor((LARGEST_FILE * 3) / 4) : LARGEST_FILE;
  if (file.size > most) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isPackage(file.name)) return { fileName: file.name, content: base64(bytes), begins: null, lines: 0 };
  const content = decodeText(bytes);
  const lines = content.split(/\r\n|\r|\n/);
  const last = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  return { fileName: file.name, content, begins: lines.slice(0, Math.min(SHOWN_LINES, last)), lines: last };
}

const CHUNK = 0x80_00;

function base64(bytes: Uint8Array): string {
  const chunks = Array.from({ length: Math.ceil(bytes.length / CHUNK) }, (_, at) =>
    String.fromCharCode(...bytes.subarray(at * CHUNK, (at + 1) * CHUNK)),
  );
  return btoa(chunks.join(''));
}
