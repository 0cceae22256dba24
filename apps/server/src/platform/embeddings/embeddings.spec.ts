import { describe, expect, it } from 'vitest';
import { startModelServer } from '../../testing/servers/model-server.js';
import { MiniLmEmbeddings } from './embeddings.minilm.js';
import { OpenAiEmbeddings } from './embeddings.openai.js';
import { cosine, embeddingsSuite } from './embeddings.suite.js';
import { EmbeddingsUnavailable } from './index.js';

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

const overTheWire = async (key = 'key') => {
  const server = await startModelServer(() => ({ does: 'fail', status: 404 }));
  const embeddings = new OpenAiEmbeddings({
    model: 'e',
    apiKey: key,
    baseUrl: `${server.url}/v1`,
    patienceMs: 5000,
  });
  return { server, embeddings };
};

embeddingsSuite('OpenAI over the wire', async () => {
  const { server, embeddings } = await overTheWire();
  // The suite closes what it asks; the server goes with it.
  embeddings.close = server.stop;
  return embeddings;
});

describe('OpenAI over the wire', () => {
  it('is sent nobody’s name', async () => {
    const { server, embeddings } = await overTheWire();
    await embeddings.embed(['Ask Ludmila Brennstein, ludmila@example.org']);
    await server.stop();
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.text).not.toMatch(/Ludmila|Brennstein|ludmila/);
  });

  it('says that it cannot be had', async () => {
    const { server, embeddings } = await overTheWire('wrong');
    await expect(embeddings.embed(['text'])).rejects.toThrow(EmbeddingsUnavailable);
    await server.stop();
  });
});
