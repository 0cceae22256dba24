import { drafting } from '@tailcamp/contracts';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DraftingDesk, LESSON } from '../../../../testing/drafting-desk.js';
import { eventually } from '../../../../testing/eventually.js';
import { type ModelBehaviour, type ModelServer, startModelServer } from '../../../../testing/servers/model-server.js';

const REPLY = {
  title: 'What everybody calls you',
  objectives: ['Tell a name from a nickname in a sentence'],
  sections: [
    {
      heading: '',
      text: 'At the door somebody asks for “Bo”, and nobody knows whom they mean [1]. Some say otherwise [77].',
    },
    { heading: 'Worked example', text: 'Bo is short for Isabo; both are hers.' },
  ],
};

describe('with models over the wire', () => {
  let desk: DraftingDesk;
  let anthropic: ModelServer;
  let openai: ModelServer;
  const behave: Record<'anthropic' | 'openai', (number: number) => ModelBehaviour> = {
    anthropic: () => ({ does: 'fill', value: REPLY }),
    openai: () => ({ does: 'fill', value: REPLY }),
  };
  beforeAll(async () => {
    anthropic = await startModelServer((_, number) => behave.anthropic(number));
    openai = await startModelServer((_, number) => behave.openai(number));
    desk = await DraftingDesk.open({
      ANTHROPIC_API_KEY: 'key',
      ANTHROPIC_BASE_URL: anthropic.url,
      OPENAI_API_KEY: 'key',
      OPENAI_BASE_URL: `${openai.url}/v1`,
      MODEL_TOKENS_USER: '2000000',
    });
    return async () => {
      await desk.app.close();
      await anthropic.stop();
      await openai.stop();
    };
  });
  afterEach(() => {
    behave.anthropic = () => ({ does: 'fill', value: REPLY });
    behave.openai = () => ({ does: 'fill', value: REPLY });
  });

  it('is drafted by a model from the sources: what cites none of them is taken out, and sections without one are marked', async () => {
    const draft = await desk.drafted(LESSON);
    expect(draft.by).toMatchObject({
      how: 'model',
      prompt: 'draft-lesson/1',
      model: expect.stringMatching(/^anthropic\//),
    });
    expect(draft.text).toMatchObject({
      title: REPLY.title,
      parts: [
        { heading: '', uncited: false, text: expect.stringMatching(/\[1\]\. Some say otherwise\.$/) },
        { heading: 'Worked example', uncited: true },
      ],
    });
    expect(anthropic.requests.at(-1)?.text).toContain('A name is what somebody is called by everybody');
    const { campId, ines } = desk;
    const take = { campId, draftId: draft.id, id: 'by-a-model', objectives: [0], parts: [0, 1] };
    expect((await ines.call(drafting.take, take)).drafted).toMatchObject({
      by: { how: 'model' },
      uncited: ['Worked example'],
    });
  });

  it('falls back to the other provider', async () => {
    behave.anthropic = () => ({ does: 'fail', status: 401 });
    expect((await desk.drafted(LESSON)).by).toMatchObject({ model: expect.stringMatching(/^openai\//) });
  });

  it('is an outline where the reply does not fit twice, and never half a lesson', async () => {
    behave.anthropic = () => ({ does: 'fill', value: { ...REPLY, sections: [] } });
    const before = anthropic.requests.length;
    const draft = await desk.drafted(LESSON);
    expect(draft.by).toMatchObject({ how: 'rules', because: 'invalid_reply' });
    expect(draft.text?.title).toBe('Outline: Names');
    expect(anthropic.requests.length - before).toBe(2);
  });

  it('is an outline where both are cut off', async () => {
    behave.anthropic = () => ({ does: 'break', after: '{"title":' });
    behave.openai = () => ({ does: 'break', after: '{"title":' });
    expect((await desk.drafted(LESSON)).by).toMatchObject({ how: 'rules', because: 'unavailable' });
  });

  it('stops when it is given up, and nothing comes of it', async () => {
    behave.anthropic = () => ({ does: 'stall', ms: 30_000 });
    behave.openai = () => ({ does: 'stall', ms: 30_000 });
    const { campId, ines } = desk;
    const { id: draftId } = await desk.start(LESSON);
    await eventually('writing', async () => ((await desk.get(draftId)).step === 'writing' ? true : undefined));
    const given = await ines.call(drafting.cancel, { campId, draftId });
    expect(given).toMatchObject({ state: 'cancelled', text: null });
    expect(await ines.call(drafting.cancel, { campId, draftId })).toMatchObject({ state: 'cancelled' });
    expect(await ines.refused(drafting.take, { campId, draftId, id: 'no', objectives: [], parts: [0] })).toMatchObject({
      code: 'conflict',
    });
  });
});

it('is an outline once the tokens of the day are used up, and says when there are new ones', async () => {
  const server = await startModelServer(() => ({ does: 'fill', value: REPLY }));
  const desk = await DraftingDesk.open({
    OPENAI_API_KEY: 'key',
    OPENAI_BASE_URL: `${server.url}/v1`,
    MODEL_TOKENS_USER: '1000',
  });
  const { by } = await desk.drafted(LESSON);
  expect(by).toMatchObject({ how: 'rules', because: 'budget', resetAt: expect.stringMatching(/T00:00:00/) });
  expect(server.requests).toEqual([]);
  await desk.app.close();
  await server.stop();
});
