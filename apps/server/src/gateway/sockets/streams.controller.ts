import { Controller } from '@nestjs/common';
import { type ParsedInputOf, streams } from '@tailcamp/contracts';
import type { UserActor } from '../../kernel/actor.js';
import { AppError, notFound } from '../../kernel/app-error.js';
import { Streams } from '../../platform/streams/index.js';
import { Serve } from '../serve.js';
import { asHeard, StreamAccess } from '../stream-access.js';

/** The twin of the socket, for those who cannot hold one. */
@Controller()
export class StreamsController {
  constructor(
    private readonly access: StreamAccess,
    private readonly log: Streams,
  ) {}

  @Serve(streams.read)
  async read({ stream, after, limit }: ParsedInputOf<typeof streams.read>, caller: UserActor) {
    const hearing = await this.access.hearing(caller, stream);
    if (hearing === null) throw notFound('The stream');
    const { seq, before } = await this.log.extent(stream);
    if (after < before || after > seq) throw new AppError('stale_sequence', { current: { seq } });
    const events = await this.log.read(stream, after, limit);
    return { events: events.map((event) => asHeard(event, hearing)), seq };
  }
}
