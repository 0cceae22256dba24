import { Controller } from '@nestjs/common';
import { type ParsedInputOf, streams } from '@tailcamp/contracts';
import type { UserActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/app-error.js';
import { Streams } from '../../platform/streams/index.js';
import { Serve } from '../serve.js';
import { StreamAccess } from '../stream-access.js';

/** The twin of the socket, for those who cannot hold one. */
@Controller()
export class StreamsController {
  constructor(
    private readonly access: StreamAccess,
    private readonly log: Streams,
  ) {}

  @Serve(streams.read)
  async read({ stream, after, limit }: ParsedInputOf<typeof streams.read>, caller: UserActor) {
    if (!(await this.access.allows(caller, stream))) throw notFound('The stream');
    const seq = await this.log.sequence(stream);
    return { events: await this.log.read(stream, after, limit), seq };
  }
}
