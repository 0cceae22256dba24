/** Code, in blocks and within a line: what looks like a citation there is an index. */
const CODE = /(^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\2[ \t]*$|`[^`\n]+`)/m;
const CITATION = /[ \t]?\[(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\](?!\()/g;

/**
 * Holds a text to the sources that there are: a citation of any other is taken out of it.
 * @param known the numbers of the sources
 * @returns the text, and which sources it cites, in their order
 */
export function heldToSources(
  markdown: string,
  known: ReadonlySet<number>,
): { text: string; cites: readonly number[] } {
  const cites = new Set<number>();
  const text = partsOf(markdown)
    .map(({ code, text: part }) => {
      if (code) return part;
      return part.replace(CITATION, (whole, numbers: string) => {
        const real = numbers
          .split(/[,;]/)
          .map(Number)
          .filter((number) => known.has(number));
        for (const number of real) cites.add(number);
        if (real.length === 0) return '';
        return `${/^\s/.test(whole) ? ' ' : ''}[${real.join(', ')}]`;
      });
    })
    .join('');
  return { text, cites: [...cites].sort((a, b) => a - b) };
}

function partsOf(markdown: string): { code: boolean; text: string }[] {
  const parts: { code: boolean; text: string }[] = [];
  for (let rest = markdown; rest !== ''; ) {
    const found = CODE.exec(rest);
    if (found === null) {
      parts.push({ code: false, text: rest });
      break;
    }
    parts.push({ code: false, text: rest.slice(0, found.index) }, { code: true, text: found[0] });
    rest = rest.slice(found.index + found[0].length);
  }
  return parts;
}
