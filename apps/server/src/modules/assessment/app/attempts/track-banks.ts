import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AUTOMATIC } from '@tailcamp/contracts';
import { notFound } from '../../../../kernel/app-error.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import type { ItemBank } from '../../domain/adaptive/item-bank.js';
import { bankOf, type FrozenBank } from '../../domain/attempt/frozen-bank.js';
import { authoredParameters } from '../../domain/irt/item-parameters.js';
import { ExposureStore } from '../../store/attempts/exposure-store.js';
import { EstimateStore } from '../../store/calibration/estimate-store.js';
import { type ItemRow, LibraryStore, type TrackRow } from '../../store/library/library-store.js';

/** A frozen bank with the hash that it is kept by, and the one of all that decides how its questions are chosen. */
export interface TrackBank {
  frozen: FrozenBank;
  hash: string;
  measure: string;
  /** Whether nobody has worked out yet how often each question may be asked. */
  uncontrolled: boolean;
}

/** Banks made ready, which many attempts share; enough for the tracks that are in use at a time. */
const KEPT = 32;

/** The questions of a track as a camp's next attempts draw from them. */
@Injectable()
export class TrackBanks {
  readonly #ready = new Map<string, ItemBank>();

  constructor(
    private readonly database: Database,
    private readonly library: LibraryStore,
    private readonly exposure: ExposureStore,
    private readonly estimates: EstimateStore,
  ) {}

  /** @throws AppError `not_found` where the camp sees no such track */
  async of(campId: string | null, slug: string, sql: Sql = this.database.sql): Promise<TrackBank> {
    const track = (await this.library.tracks(campId, sql)).find((one) => one.slug === slug);
    if (track === undefined) throw notFound('The track');
    const skills = (await this.library.skills(campId, sql)).filter((skill) => skill.track === slug);
    const rows = await this.library.items(
      campId,
      skills.map((skill) => skill.slug),
      sql,
    );
    const active = rows.filter(({ state }) => state === 'active');
    const estimates = await this.estimates.of(campId, sql);
    const bare = {
      track: { id: track.slug, title: track.title },
      domains: domainsOf(track),
      skills: skills.map(({ slug: id, title, domain, level, requires }) => ({ id, title, domain, level, requires })),
      items: active.filter(isAutomatic).map(({ slug: id, id: itemId, version, skill, item, askedHash }) => {
        const estimate = estimates.get(id);
        const parameters = estimate?.askedHash === askedHash ? estimate.parameters : authoredParameters(item);
        return { id, itemId, version, skill, parameters };
      }),
      written: active
        .filter((row) => !isAutomatic(row))
        .map(({ id: itemId, version, skill }) => ({ itemId, version, skill })),
    };
    const measure = hashOf([bare.skills, bare.items.map(({ id, skill, parameters }) => [id, skill, parameters])]);
    const controls = await this.exposure.controls(measure, sql);
    const frozen = { ...bare, items: bare.items.map((item) => ({ ...item, control: controls?.[item.id] ?? 1 })) };
    return { frozen, hash: hashOf(frozen), measure, uncontrolled: controls === null };
  }

  /** A frozen bank made ready to be drawn from. */
  ready(hash: string, frozen: FrozenBank): ItemBank {
    const kept = this.#ready.get(hash);
    if (kept !== undefined) return kept;
    const [oldest] = this.#ready.keys();
    if (this.#ready.size >= KEPT && oldest !== undefined) this.#ready.delete(oldest);
    const bank = bankOf(frozen);
    this.#ready.set(hash, bank);
    return bank;
  }
}

const domainsOf = ({ domains }: TrackRow) => domains.map(({ id, title }) => ({ id, title }));
const isAutomatic = ({ kind }: ItemRow) => AUTOMATIC.some((automatic) => automatic === kind);
const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64url');
