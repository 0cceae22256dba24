import { createHash, randomBytes } from 'node:crypto';

/** A secret that is shown once and kept only as its hash: a refresh token, the token of a link. */
export interface SecretToken {
  /** 32 random bytes, base64url, 43 characters. */
  token: string;
  /** What is stored. */
  hash: string;
}

export function newSecretToken(): SecretToken {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOfToken(token) };
}

/** SHA-256 in base64url. A slow hash would add nothing: the token has 256 random bits. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
