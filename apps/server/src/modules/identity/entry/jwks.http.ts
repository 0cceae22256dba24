import { Controller, Get, Header } from '@nestjs/common';
import { SigningKeys } from '../app/signing-keys.js';

/** Where others find the keys to verify our access tokens with (RFC 8414 names the place, RFC 7517 the shape). */
@Controller()
export class JwksController {
  constructor(private readonly keys: SigningKeys) {}

  @Get('.well-known/jwks.json')
  @Header('cache-control', 'public, max-age=300')
  jwks(): ReturnType<SigningKeys['jwks']> {
    return this.keys.jwks();
  }
}
