import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIMENSIONS, type Embeddings } from './index.js';

export const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, x, at) => sum + x * (b[at] ?? 0), 0);

/** What every adapter of the embeddings does alike. */
export function embeddingsSuite(name: string, open: () => Promise<Embeddings>): void {
  describe(name, () => {
    let embeddings: Embeddings;
    beforeAll(async () => {
      embeddings = await open();
    });
    afterAll(() => embeddings.close());

    it('gives a vector of length 1 for each text, in their order, and none for none', async () => {
      const texts = ['one', 'a much longer text, of more words than the other', ''];
      const together = await embeddings.embed(texts);
      expect(together.map(({ length }) => length)).toEqual([DIMENSIONS, DIMENSIONS, DIMENSIONS]);
      for (const vector of together.slice(0, 2)) expect(cosine(vector, vector)).toBeCloseTo(1, 5);
      const alone = await embeddings.embed(['a much longer text, of more words than the other']);
      expect(cosine(alone[0] as Float32Array, together[1] as Float32Array)).toBeGreaterThan(0.999);
      expect(await embeddings.embed([])).toEqual([]);
    });

    it('takes a text far beyond its window', async () => {
      const [vector] = await embeddings.embed(['word '.repeat(20_000)]);
      expect(vector).toHaveLength(DIMENSIONS);
    });

    it('serves many at once', async () => {
      const asked = Array.from({ length: 20 }, (_, at) => embeddings.embed([`text number ${at}`, 'the same']));
      const answers = await Promise.all(asked);
      for (const [, same] of answers)
        expect(cosine(same as Float32Array, answers[0]?.[1] as Float32Array)).toBeGreaterThan(0.999);
    });

    it('names its model', () => {
      expect(embeddings.model).toMatch(/\S/);
    });
  });
}
