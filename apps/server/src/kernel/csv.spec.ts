import { expect, it } from 'vitest';
import { csvOf } from './csv.js';

it('quotes what would break a row, and what a spreadsheet would run', () => {
  const rows = [
    ['name', 'ability'],
    ['Ada "A", Byron', -0.5],
    ['=HYPERLINK("x")', 1],
  ];
  expect(csvOf(rows)).toBe(`name,ability\r\n"Ada ""A"", Byron",-0.5\r\n"'=HYPERLINK(""x"")",1\r\n`);
});
