import { Controller } from '@nestjs/common';
import { endpoint } from '@tailcamp/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type GatewayApp, gatewayApp } from '../../testing/gateway-app.js';
import { Serve } from '../serve.js';

const look = endpoint({
  method: 'GET',
  path: '/things',
  access: 'public',
  input: z.strictObject({}),
  output: z.object({ fine: z.boolean() }),
  errors: [],
  summary: 'Look',
});

@Controller()
class ThingsController {
  @Serve(look)
  async look() {
    return { fine: true };
  }
}

let app: GatewayApp;
beforeAll(async () => {
  app = await gatewayApp({
    controllers: [ThingsController],
    environment: { RATE_READ: '5', TRUSTED_PROXIES: '127.0.0.0/8' },
    pages: async (request, response) => {
      response.end(request.headers['x-rendered-for']);
    },
  });
  await app.nest.listen(0, '127.0.0.1');
});
afterAll(() => app.close());

it('counts what a page of ours asks for whoever the page is rendered for', async () => {
  /** What a page for somebody at this address is given to pass on; what they sent themselves is written over. */
  const pageFor = async (address: string) => {
    const headers = { 'x-forwarded-for': address, 'x-rendered-for': 'somebody else' };
    return (await app.nest.inject({ method: 'GET', url: '/', headers })).body;
  };
  const ask = async (rendered: string) =>
    (await app.nest.inject({ method: 'GET', url: '/api/v1/things', headers: { 'x-rendered-for': rendered } }))
      .statusCode;
  const one = await pageFor('198.51.100.1');
  for (let count = 0; count < 5; count++) expect(await ask(one)).toBe(200);
  expect(await ask(one)).toBe(429);
  expect(await ask(await pageFor('198.51.100.2'))).toBe(200);
  // Made up, it counts for who sent it.
  for (let count = 0; count < 5; count++) await ask(`${'A'.repeat(43)} 198.51.100.${count}`);
  expect(await ask(`${'A'.repeat(43)} 198.51.100.99`)).toBe(429);
});
