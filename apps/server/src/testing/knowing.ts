import type { Answer, AskedQuestion, Item } from '@tailcamp/contracts';

/** The answer of somebody who knows it, by what the page shows. */
export function knowing(asked: AskedQuestion, item: Item): Answer {
  if ('options' in asked && 'options' in item) {
    const right = new Set(item.options.filter((option) => option.right).map(({ text }) => text));
    const places = asked.options.flatMap(({ text }, place) => (right.has(text) ? [place] : []));
    return asked.kind === 'choices' ? { kind: 'choices', options: places } : { kind: 'choice', option: places[0] ?? 0 };
  }
  if ('lines' in asked && 'lines' in item) {
    return { kind: 'ordering', order: item.lines.map((line) => asked.lines.indexOf(line)) };
  }
  if (item.kind === 'text') return { kind: 'text', text: item.accept[0] ?? '' };
  if (item.kind === 'number') return { kind: 'number', value: item.answer };
  return item.kind === 'program' ? { kind: 'program', source: 'x' } : { kind: 'essay', text: 'Because.' };
}
