import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';

/**
 * Server-sent events, each checked as any output is. When the reader leaves, the iteration is ended at its next event; what
 * it tells of goes on.
 */
export function sendEvents(reply: FastifyReply, output: z.ZodType, events: AsyncIterable<unknown>): Readable {
  reply.header('content-type', 'text/event-stream; charset=utf-8');
  reply.header('cache-control', 'no-store');
  // Proxies that gather an answer before they pass it on would make one event of all.
  reply.header('x-accel-buffering', 'no');
  return Readable.from(framed(events, output), { objectMode: false });
}

async function* framed(events: AsyncIterable<unknown>, output: z.ZodType): AsyncGenerator<string> {
  for await (const event of events) yield `data: ${JSON.stringify(output.parse(event))}\n\n`;
}
