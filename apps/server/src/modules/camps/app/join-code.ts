import { randomBytes } from 'node:crypto';

/** No I, L, O, U: nothing to misread (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 20 letters, 100 bits: nobody guesses one. */
export function newJoinCode(): string {
  return Array.from(randomBytes(20), (byte) => LETTERS[byte & 31]).join('');
}
