import { Injectable } from '@nestjs/common';
import type { Role } from '@tailcamp/contracts';
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { Clock } from '../../../kernel/clock.js';
import { SigningKeys } from './signing-keys.js';

/** Seconds that an access token lasts. */
export const ACCESS_TOKEN_SECONDS = 600;
/** Not our address: processes behind one balancer may be known by several. The keys tell installations apart. */
const ISSUER = 'tailcamp';
const AUDIENCE = 'tailcamp-api';
/** RFC 9068: says that a JWT is an access token and nothing else. */
const TYPE = 'at+jwt';

export interface AccessClaims {
  userId: string;
  sessionId: string;
}

/** Access tokens: JWTs (RFC 7519, RFC 9068) signed with Ed25519 (RFC 8037). */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
  ) {}

  async issue({ userId, sessionId, role }: AccessClaims & { role: Role }): Promise<string> {
    const { kid, key } = await this.keys.current();
    const now = Math.floor(this.clock.now().getTime() / 1000);
    return new SignJWT({ sid: sessionId, role })
      .setProtectedHeader({ alg: 'EdDSA', typ: TYPE, kid })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(userId)
      .setIssuedAt(now)
      .setExpirationTime(now + ACCESS_TOKEN_SECONDS)
      .sign(key);
  }

  /**
   * What a token says, or null when it is none of ours: another algorithm than EdDSA (`none` and a MAC keyed with our
   * public key included), an unknown or retired key, another issuer or audience, expired, or not an access token.
   */
  async verify(token: string): Promise<AccessClaims | null> {
    try {
      const { kid } = decodeProtectedHeader(token);
      const key = kid === undefined ? null : await this.keys.verifying(kid);
      if (key === null) return null;
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['EdDSA'],
        typ: TYPE,
        issuer: ISSUER,
        audience: AUDIENCE,
        currentDate: this.clock.now(),
        requiredClaims: ['sub', 'sid', 'exp', 'iat'],
      });
      return claimsOf(payload);
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
      throw error;
    }
  }
}

const claimsOf = ({ sub, sid }: JWTPayload): AccessClaims | null =>
  sub !== undefined && typeof sid === 'string' ? { userId: sub, sessionId: sid } : null;
