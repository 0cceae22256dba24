import { describe, expect, it } from 'vitest';
import { MiniLmEmbeddings } from './embeddings.minilm.js';
import { cosine, embeddingsSuite } from './embeddings.suite.js';

embeddingsSuite('MiniLM in this process', async () => new MiniLmEmbeddings());

describe('MiniLM in this process', () => {
  it('puts close together what means about the same, without a word in common', async () => {
    const embeddings = new MiniLmEmbeddings();
    const [question, answer, other] = await embeddings.embed([
      'How do I undo the last commit?',
      'Reverting recent changes in a version control repository',
      'Choosing a colour palette with enough contrast',
    ]);
    expect(cosine(question as Float32Array, answer as Float32Array)).toBeGreaterThan(
      cosine(question as Float32Array, other as Float32Array) + 0.15,
    );
    await embeddings.close();
  });
});
