import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { newNonce } from '../http/security-headers.js';
import { VERSION } from '../version.js';
import { openApiDocument } from './document.js';
import { openApiPage } from './page.js';

/** The API described: for machines, and for people. */
@Controller()
export class OpenApiController {
  readonly #document = openApiDocument(VERSION);

  @Get('/api/v1/openapi.json')
  @Header('cache-control', 'public, max-age=300')
  document() {
    return this.#document;
  }

  @Get('/api/docs')
  async page(@Res() reply: FastifyReply): Promise<void> {
    const nonce = newNonce();
    const policy = `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
    await reply
      .header('content-security-policy', policy)
      .header('content-type', 'text/html; charset=utf-8')
      .send(openApiPage(this.#document, nonce));
  }
}
