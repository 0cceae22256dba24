import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Every file below a folder, sorted, relative to it, `/` between names.
 *
 * @param {string} folder
 * @param {(path: string) => boolean} isWanted asked for files and folders
 * @returns {string[]} none when there is no such folder
 */
export function filesIn(folder, isWanted = () => true) {
  const found = [];
  const walk = (at) => {
    let entries = [];
    try {
      entries = readdirSync(at, { withFileTypes: true });
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
    for (const entry of entries) {
      const path = relative(folder, join(at, entry.name)).replaceAll('\\', '/');
      if (!isWanted(path)) continue;
      if (entry.isDirectory()) walk(join(at, entry.name));
      else if (entry.isFile()) found.push(path);
    }
  };
  walk(folder);
  return found.sort();
}

/** SHA-256 of some texts and buffers, in hex; where one ends and the next begins counts. */
export function digest(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

export function digestOfFile(path) {
  return digest(readFileSync(path));
}
