import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileKernel, MODULE } from './kernel.mjs';

it('has the matching engine carry the kernel that its source says', async () => {
  expect(readFileSync(MODULE, 'utf8')).toBe(await compileKernel());
});
