import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/id.js';
import { Random } from '../../kernel/random.js';
import { DIMENSIONS } from '../embeddings/index.js';
import type { VectorSearch } from './index.js';

/** A vector of length 1 in a direction of its own. */
export function vectorFrom(seed: number): Float32Array {
  const random = new Random(seed);
  const vector = Float32Array.from({ length: DIMENSIONS }, () => random.normal());
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function between(a: Float32Array, b: Float32Array, share: number): Float32Array {
  const vector = a.map((value, at) => value * (1 - share) + (b[at] ?? 0) * share);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** What every adapter of the vector search does alike. */
export function vectorSearchSuite(
  name: string,
  open: () => Promise<{ search: VectorSearch; close: () => Promise<void> }>,
): void {
  describe(name, () => {
    let search: VectorSearch;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ search, close } = await open());
    });
    afterAll(async () => {
      await search.close();
      await close();
    });

    const [here, there] = [vectorFrom(1), vectorFrom(2)];
    const all = (limit: number, ...scopes: string[]) => ({ scopes, limit });

    it('finds the nearest first, with their cosine', async () => {
      const shares = [0.6, 0, 0.3, 1];
      const stored = shares.map((share) => ({ id: newId(), scope: 'a', vector: between(here, there, share) }));
      await search.upsert('near', stored);
      const found = await search.nearest('near', here, all(3, 'a'));
      expect(found.map(({ id }) => shares[stored.findIndex((one) => one.id === id)])).toEqual([0, 0.3, 0.6]);
      expect(found[0]?.similarity).toBeCloseTo(1, 4);
      expect(found[2]?.similarity).toBeLessThan(0.9);
    });

    it('shows nothing of other scopes or models, however near', async () => {
      const [mine, theirs, older] = [newId(), newId(), newId()];
      await search.upsert('scopes', [
        { id: mine, scope: 'mine', vector: there },
        { id: theirs, scope: 'theirs', vector: here },
      ]);
      await search.upsert('scopes-before', [{ id: older, scope: 'mine', vector: here }]);
      const idsIn = async (...scopes: string[]) =>
        (await search.nearest('scopes', here, all(10, ...scopes))).map(({ id }) => id);
      expect(await idsIn('mine')).toEqual([mine]);
      expect(await idsIn('theirs', 'mine')).toEqual([theirs, mine]);
      expect(await idsIn()).toEqual([]);
      expect(await idsIn('nobody')).toEqual([]);
    });

    it('finds the few of a scope among many of others', async () => {
      const others = Array.from({ length: 300 }, (_, at) => ({
        id: newId(),
        scope: 'many',
        vector: between(here, vectorFrom(at + 10), 0.2),
      }));
      const few = [0, 1, 2].map((at) => ({ id: newId(), scope: 'few', vector: vectorFrom(at + 1000) }));
      await search.upsert('many', [...others, ...few]);
      const found = await search.nearest('many', here, all(3, 'few'));
      expect(found.map(({ id }) => id).sort()).toEqual(few.map(({ id }) => id).sort());
    });

    it('has one vector for an id, the last', async () => {
      const id = newId();
      await search.upsert('again', [{ id, scope: 'a', vector: there }]);
      await search.upsert('again', [{ id, scope: 'b', vector: here }]);
      expect(await search.nearest('again', here, all(10, 'a'))).toEqual([]);
      const [found] = await search.nearest('again', here, all(10, 'b'));
      expect(found?.id).toBe(id);
      expect(found?.similarity).toBeCloseTo(1, 4);
    });

    it('takes out what is named, and what is not there without a word', async () => {
      const [gone, stays] = [newId(), newId()];
      await search.upsert(
        'out',
        [gone, stays].map((id) => ({ id, scope: 'a', vector: here })),
      );
      await search.remove('out', [gone, newId()]);
      await search.remove('out', []);
      expect((await search.nearest('out', here, all(10, 'a'))).map(({ id }) => id)).toEqual([stays]);
    });

    it('takes out a whole model, twice if asked, and no other', async () => {
      const kept = newId();
      await search.upsert('old', [{ id: newId(), scope: 'a', vector: here }]);
      await search.upsert('new', [{ id: kept, scope: 'a', vector: here }]);
      await search.removeModel('old');
      await search.removeModel('old');
      expect(await search.nearest('old', here, all(10, 'a'))).toEqual([]);
      expect((await search.nearest('new', here, all(10, 'a'))).map(({ id }) => id)).toEqual([kept]);
    });
  });
}
