import { unzipSync } from 'fflate';
import { ItemReader, type ReadItems } from '../read-items.js';
import { allNamed, parseXml, XmlError } from './elements.js';
import { readQtiItem } from './item.js';

/** A package that is no ZIP, or one that no course could need. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
}

const MOST_FILES = 2000;
const MOST_BYTES = 50_000_000;
const ITEM = /^imsqti_item_xmlv(2p[012]|3p0)$/;

/**
 * Reads the items of a QTI package: those that its manifest names, or, without one, every XML file.
 * @throws {PackageError}
 */
export function readQtiPackage(bytes: Uint8Array, fallbackSkill: string | null): ReadItems {
  const files = unpacked(bytes);
  const reader = new ItemReader();
  const manifest = files.get('imsmanifest.xml');
  const [items, others] = manifest === undefined ? [[...files.keys()], []] : namedIn(manifest);
  for (const { href, type } of others)
    reader.notice({ file: href, row: null }, type, 'unsupported', `A resource of the type ${type} is not read`);
  for (const name of items) {
    const text = files.get(name);
    if (text === undefined)
      reader.skip({ file: name, row: null }, null, 'missing', 'The package does not hold this file');
    else readQtiItem(reader, name, text, fallbackSkill);
  }
  return reader.result;
}

/** The XML files of a ZIP by name. Nothing is written anywhere, so where a name points to does not matter. */
function unpacked(bytes: Uint8Array): ReadonlyMap<string, string> {
  let [count, size] = [0, 0];
  try {
    const unzipped = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1;
        size += originalSize;
        // Sizes are looked at before anything is unpacked: a bomb says how large it is.
        if (count > MOST_FILES || size > MOST_BYTES) throw new PackageError('It holds more than 2,000 files or 50 MB');
        return /\.xml$/i.test(name);
      },
    });
    const decoder = new TextDecoder('utf-8');
    return new Map(Object.entries(unzipped).map(([name, content]) => [name, decoder.decode(content)]));
  } catch (error) {
    if (error instanceof PackageError) throw error;
    throw new PackageError(`It is no ZIP that can be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function namedIn(manifest: string): [string[], { href: string; type: string }[]] {
  try {
    const resources = allNamed(parseXml(manifest), 'resource').map(({ attributes: { href = '', type = '' } }) => ({
      href,
      type,
    }));
    const isItem = ({ type }: { type: string }) => ITEM.test(type);
    return [
      resources.filter(isItem).map(({ href }) => href),
      resources.filter((one) => !isItem(one) && one.href !== ''),
    ];
  } catch (error) {
    if (error instanceof XmlError) throw new PackageError(`imsmanifest.xml: ${error.message}`);
    throw error;
  }
}
