import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

declare const sealed: unique symbol;
/** Ciphertext as it stands in a column: `v1.<key id>.<nonce>.<ciphertext and tag>`, base64url. */
export type Sealed = string & { readonly [sealed]: true };

/** Where a ciphertext belongs: moved to another row or column it does not open. */
export interface Place {
  /** `table.column` */
  column: string;
  /** The id of the row. */
  row: string;
}

export class CannotOpen extends Error {}

/**
 * AES-256-GCM for columns that hold personal data, with the row and the column as associated data, and a blind index
 * (HMAC-SHA-256) for equality look-ups. Keys are derived from the master key by HKDF (RFC 5869), one for each use; the
 * key id in each ciphertext lets keys be rotated.
 */
export class Cipher {
  readonly #encryptionKey: Buffer;
  readonly #indexKey: Buffer;
  readonly #keyId: string;

  /** @param masterKey 32 bytes */
  constructor(masterKey: Buffer) {
    if (masterKey.length !== 32) throw new RangeError('The master key has 32 bytes');
    const derive = (use: string) => Buffer.from(hkdfSync('sha256', masterKey, 'tailcamp', use, 32));
    this.#encryptionKey = derive('column encryption');
    this.#indexKey = derive('blind index');
    this.#keyId = derive('key id').toString('hex').slice(0, 8);
  }

  seal(place: Place, plaintext: string): Sealed {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#encryptionKey, nonce);
    cipher.setAAD(associatedData(place));
    const body = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `v1.${this.#keyId}.${nonce.toString('base64url')}.${body.toString('base64url')}` as Sealed;
  }

  /** @throws CannotOpen when the key is another one, or the text was changed or moved */
  open(place: Place, text: Sealed): string {
    const [version, keyId, nonce, body] = text.split('.');
    if (version !== 'v1' || nonce === undefined || body === undefined) throw new CannotOpen('Not a sealed value');
    if (keyId !== this.#keyId) throw new CannotOpen('Sealed with another key');
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.#encryptionKey, Buffer.from(nonce, 'base64url'));
    decipher.setAAD(associatedData(place));
    decipher.setAuthTag(bytes.subarray(-16));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
    } catch (cause) {
      throw new CannotOpen(`What stands in ${place.column} does not belong there`, { cause });
    }
  }

  /** The same text in the same column gives the same 43 characters, and nothing of the text. */
  blindIndex(column: string, text: string): string {
    return createHmac('sha256', this.#indexKey).update(`${column}\0${text}`).digest('base64url');
  }
}

const associatedData = ({ column, row }: Place): Buffer => Buffer.from(`${column}\0${row}`);
