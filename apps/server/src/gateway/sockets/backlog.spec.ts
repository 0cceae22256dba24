import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { Backlog } from './backlog.js';

it('counts what waits, from one flush to the next', () => {
  const connection = new EventEmitter();
  const backlog = new Backlog(connection);
  for (let count = 0; count < 3; count++) connection.emit('packetCreate');
  expect(backlog.packets).toBe(3);
  connection.emit('flush');
  expect(backlog.packets).toBe(0);
});

it('waits for room, but not for ever, and not for one that is gone', async () => {
  const connection = new EventEmitter();
  const backlog = new Backlog(connection);
  expect(await backlog.drained(1)).toBe(true);
  connection.emit('packetCreate');
  const [drained, late] = [backlog.drained(5_000), backlog.drained(5)];
  expect(await late).toBe(false);
  connection.emit('drain');
  expect(await drained).toBe(true);
  const waiting = backlog.drained(5_000);
  connection.emit('close');
  expect(await waiting).toBe(false);
  expect(connection.listenerCount('drain')).toBe(0);
});
