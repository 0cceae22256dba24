import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element of QTI, its name and attributes as in version 2, whichever it was written in. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly Node[];
}
export type Node = Element | string;

/** A file that is no XML, or not of a kind that is read. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
  // Entities of a document type may grow without bound; the five of XML and numbers are all that is read.
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: '#cdata',
});

/** @throws {XmlError} */
export function parseXml(text: string): Element {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new XmlError('It declares a document type, which is not read');
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new XmlError(`Line ${valid.err.line}: ${valid.err.msg}`);
  const [root] = nodesOf(parser.parse(text)).filter((node) => typeof node !== 'string');
  if (root === undefined || typeof root === 'string') throw new XmlError('It has no element');
  return root;
}

function nodesOf(parsed: unknown): readonly Node[] {
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((entry: Record<string, unknown>): Node[] => {
    const [key] = Object.keys(entry).filter((name) => name !== ':@');
    if (key === undefined) return [];
    if (key === '#text') return [decoded(String(entry[key]))];
    if (key === '#cdata')
      return [
        nodesOf(entry[key])
          .filter((node) => typeof node === 'string')
          .join(''),
      ];
    const attributes = Object.entries((entry[':@'] ?? {}) as Record<string, unknown>);
    return [
      {
        name: inVersion2(key),
        attributes: Object.fromEntries(attributes.map(([name, value]) => [camel(name), decoded(String(value))])),
        children: nodesOf(entry[key]),
      },
    ];
  });
}

/** `qti-choice-interaction` of version 3 is `choiceInteraction` of version 2. */
const inVersion2 = (name: string): string => (name.startsWith('qti-') ? camel(name.slice(4)) : name);
const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** All elements of a name, at any depth, in their order. */
export function allNamed(from: Element, ...names: readonly string[]): readonly Element[] {
  return from.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    const below = allNamed(child, ...names);
    return names.includes(child.name) ? [child, ...below] : below;
  });
}

export const firstNamed = (from: Element, ...names: readonly string[]): Element | undefined =>
  allNamed(from, ...names)[0];

export function textOf(node: Node): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
