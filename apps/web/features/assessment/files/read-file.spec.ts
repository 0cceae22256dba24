import { expect, it } from 'vitest';
import { readFile } from './read-file';

it('reads a text with its first lines and their number, and a package as base64', async () => {
  const text = await readFile(new File(['skill,prerequisite\r\nloops,\r\n'], 'skills.csv'));
  expect(text).toMatchObject({ begins: ['skill,prerequisite', 'loops,'], lines: 2 });
  const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256);
  const zip = await readFile(new File([bytes], 'Questions.ZIP'));
  expect(zip?.begins).toBeNull();
  expect(Buffer.from(zip?.content ?? '', 'base64').equals(bytes)).toBe(true);
});

it('takes no package whose base64 would be too large', async () => {
  const file = new File([new Uint8Array(4_000_000)], 'large.zip');
  expect(await readFile(file)).toBeNull();
  expect(await readFile(new File([file], 'fits.yaml'))).not.toBeNull();
});
