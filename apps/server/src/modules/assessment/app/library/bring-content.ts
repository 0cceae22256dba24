import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { Log } from '../../../../platform/telemetry/index.js';
import { type Content, contentOf } from '../../domain/content/content.js';
import { contentChanges } from '../../domain/content/content-changes.js';
import { fingerprintOf, readTracks, SHIPPED } from '../../store/content-files.js';
import { LibraryStore } from '../../store/library/library-store.js';

/**
 * Brings the content that TailCamp ships with into the library: at each start, by whichever process is first. A new
 * version of a file changes what came from the old one; what instructors changed is a copy of their camp, and stays.
 */
@Injectable()
export class BringContent {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly library: LibraryStore,
    private readonly log: Log,
  ) {}

  async run(folder: string = fileURLToPath(SHIPPED)): Promise<void> {
    const fingerprint = await fingerprintOf(folder);
    if ((await this.library.shipped()) === fingerprint) return;
    const read = await readTracks(folder);
    const { content, problems } = contentOf(read.files);
    const wrong = [...read.problems, ...problems];
    if (wrong.length > 0) {
      this.log.error({ problems: wrong.slice(0, 20) }, 'the content is not sound, so the library stays as it is');
      return;
    }
    await this.database.transaction(async (tx) => {
      if ((await this.library.lockShipped(tx)) === fingerprint) return;
      await this.take(tx, content);
      await this.library.setShipped(tx, fingerprint);
    });
  }

  private async take(tx: Sql, content: Content): Promise<void> {
    const library = await this.library.own(null, tx);
    const hashes = (rows: readonly { slug: string; shippedHash: string | null }[]) =>
      new Map(rows.map(({ slug, shippedHash }) => [slug, shippedHash]));
    const standing = { tracks: hashes(library.tracks), skills: hashes(library.skills), items: hashes(library.items) };
    const { tracks, skills, items, gone } = contentChanges(content, standing, hashOf);
    for (const { value, hash } of tracks) await this.library.putTrack(tx, { campId: null, shippedHash: hash }, value);
    const due = skills.map(({ value, track, hash }) => ({ skill: value, track, shippedHash: hash }));
    await this.library.putSkills(tx, null, due);
    const asked = items.map(({ value, hash }) => ({ item: value, shippedHash: hash }));
    await this.library.putItems(tx, null, asked, { byUser: null, at: this.clock.now() });
    await this.library.setState(tx, idsOf(library.items, gone.items), 'retired');
    await this.library.removeSkills(tx, idsOf(library.skills, gone.skills));
    await this.library.removeTracks(tx, idsOf(library.tracks, gone.tracks));
  }
}

function idsOf(rows: readonly { id: string; slug: string }[], names: readonly string[]): string[] {
  const wanted = new Set(names);
  return rows.flatMap(({ id, slug }) => (wanted.has(slug) ? [id] : []));
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url');
