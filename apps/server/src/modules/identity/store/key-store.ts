import { Injectable } from '@nestjs/common';
import { desc } from 'drizzle-orm';
import type { JWK } from 'jose';
import { Cipher } from '../../../platform/cipher/index.js';
import type { Sql } from '../../../platform/database/index.js';
import { signingKeys } from './tables.js';

export interface StoredKey {
  kid: string;
  publicKey: JWK;
  /** PKCS #8 in PEM. */
  privateKey: string;
  createdAt: Date;
}

/** The keys that sign access tokens, in the database. */
@Injectable()
export class KeyStore {
  constructor(private readonly cipher: Cipher) {}

  async insert(sql: Sql, key: StoredKey): Promise<void> {
    const privateKey = this.cipher.seal({ column: 'signing_keys.private_key', row: key.kid }, key.privateKey);
    await sql.insert(signingKeys).values({ ...key, privateKey });
  }

  /** Newest first. */
  async list(sql: Sql): Promise<StoredKey[]> {
    const rows = await sql.select().from(signingKeys).orderBy(desc(signingKeys.createdAt), desc(signingKeys.kid));
    return rows.map((row) => ({
      ...row,
      privateKey: this.cipher.open({ column: 'signing_keys.private_key', row: row.kid }, row.privateKey),
    }));
  }
}
