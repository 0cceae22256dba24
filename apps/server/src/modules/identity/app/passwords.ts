import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { AppError } from '../../../kernel/app-error.js';
import { weakness } from '../domain/password-policy.js';

/** Argon2id with the first choice of OWASP's cheat sheet for 19 MiB; memory in KiB. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes passwords and holds them against their hashes, in libuv's threads. */
@Injectable()
export class Passwords {
  /** What a wrong e-mail is held against, so that it takes as long as a wrong password. */
  readonly #decoy = hash('nobody has this password', COST);

  /** @throws AppError `invalid_input` when it is too easy to guess */
  async hash(password: string, email: string): Promise<string> {
    const message = weakness(password, email);
    if (message !== null) throw new AppError('invalid_input', { fields: [{ field: 'password', message }] });
    return hash(normalize(password), COST);
  }

  /** @param passwordHash null for no account, or one without a password: takes as long, and is never right */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    const right = await verify(passwordHash ?? (await this.#decoy), normalize(password));
    return right && passwordHash !== null;
  }
}

/** The same characters, whatever keyboard composed them (NIST SP 800-63B, 5.1.1.2). */
const normalize = (password: string): string => password.normalize('NFKC');
