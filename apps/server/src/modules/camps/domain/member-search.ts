/** Each word of the search begins a word of the name, whatever the case and the accents. */
export function matchesSearch(name: string, search: string): boolean {
  const words = plain(name).split(/[\s'’-]+/);
  return plain(search)
    .split(/[\s'’-]+/)
    .every((asked) => words.some((word) => word.startsWith(asked)));
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
