import { Server } from 'socket.io';
import { expect, it } from 'vitest';
import { RedisSocketFanOut } from './fan-out.redis.js';

it('neither starts nor stops badly while Redis is away', async () => {
  const refused: Error[] = [];
  const rejected: unknown[] = [];
  const onRejection = (error: unknown) => rejected.push(error);
  process.on('unhandledRejection', onRejection);
  let heard = () => {};
  const away = new Promise<void>((resolve) => (heard = resolve));
  const fanOut = new RedisSocketFanOut('redis://127.0.0.1:1', (error) => {
    refused.push(error);
    heard();
  });
  const server = new Server();
  fanOut.attach(server);
  await away;
  server.emit('event', 1);
  await fanOut.close();
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', onRejection);
  expect(refused.length).toBeGreaterThan(0);
  expect(rejected).toEqual([]);
});
