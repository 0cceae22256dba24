import { Injectable } from '@nestjs/common';
import { type CryptoKey, exportJWK, exportPKCS8, generateKeyPair, importJWK, importPKCS8, type JWK } from 'jose';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/id.js';
import { Database } from '../../../platform/database/index.js';
import { signingKey, verifyingKeys } from '../domain/key-rotation.js';
import { KeyStore, type StoredKey } from '../store/key-store.js';

const ALGORITHM = 'EdDSA';
/** How long another process may not notice a new key; far less than the overlap of old and new. */
const FRESH_MS = 300_000;
/** An unknown `kid` makes us look again, but not at every request of somebody who makes them up. */
const LOOK_AGAIN_MS = 5_000;

/** The Ed25519 keys of access tokens: made when there is none, replaced when the newest is old. */
@Injectable()
export class SigningKeys {
  #keys: readonly StoredKey[] = [];
  #readAt = Number.NEGATIVE_INFINITY;
  readonly #imported = new Map<string, Promise<CryptoKey>>();

  constructor(
    private readonly database: Database,
    private readonly store: KeyStore,
    private readonly clock: Clock,
  ) {}

  /** The key that signs now. */
  async current(): Promise<{ kid: string; key: CryptoKey }> {
    const now = this.clock.now();
    await this.read(FRESH_MS);
    const stored = signingKey(this.#keys, now) ?? (await this.make(now));
    return {
      kid: stored.kid,
      key: await this.import(`private ${stored.kid}`, () => importPKCS8(stored.privateKey, ALGORITHM)),
    };
  }

  /** The public key by that id, or null when its signatures count no longer, or never did. */
  async verifying(kid: string): Promise<CryptoKey | null> {
    await this.read(FRESH_MS);
    if (!this.#keys.some((key) => key.kid === kid)) await this.read(LOOK_AGAIN_MS);
    const stored = verifyingKeys(this.#keys, this.clock.now()).find((key) => key.kid === kid);
    if (stored === undefined) return null;
    return this.import(`public ${kid}`, async () => (await importJWK(stored.publicKey, ALGORITHM)) as CryptoKey);
  }

  /** RFC 7517, for `/.well-known/jwks.json`. */
  async jwks(): Promise<{ keys: JWK[] }> {
    await this.current();
    return { keys: verifyingKeys(this.#keys, this.clock.now()).map((key) => key.publicKey) };
  }

  /** Two processes may each make one at the same time: both are then good, and the newer signs. */
  private async make(now: Date): Promise<StoredKey> {
    const pair = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
    const kid = newId(now.getTime());
    const publicKey = { ...(await exportJWK(pair.publicKey)), kid, alg: ALGORITHM, use: 'sig' };
    const made = { kid, publicKey, privateKey: await exportPKCS8(pair.privateKey), createdAt: now };
    await this.store.insert(this.database.sql, made);
    await this.read(0);
    return made;
  }

  private async read(maxAgeMs: number): Promise<void> {
    const now = this.clock.now().getTime();
    if (now - this.#readAt < maxAgeMs) return;
    this.#keys = await this.store.list(this.database.sql);
    this.#readAt = now;
  }

  private import(name: string, how: () => Promise<CryptoKey>): Promise<CryptoKey> {
    const known = this.#imported.get(name) ?? how();
    this.#imported.set(name, known);
    return known;
  }
}
