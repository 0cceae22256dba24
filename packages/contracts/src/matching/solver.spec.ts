import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SOLVER_CONTRACT } from './solver.js';

describe('the contract of solvers outside this program', () => {
  it.each(Object.entries(SOLVER_CONTRACT))(
    'is told to them as %s.schema.json (write it anew with: npx vitest run packages/contracts/src/matching/solver.spec.ts -u)',
    async (name, schema) => {
      const text = `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
      await expect(text).toMatchFileSnapshot(`../../../../services/matching-python/contract/${name}.schema.json`);
    },
  );
});
