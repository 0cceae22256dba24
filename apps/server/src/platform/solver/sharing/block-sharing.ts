import { Id } from '@tailcamp/contracts';
import { ENGINE } from '@tailcamp/matching';
import { z } from 'zod';
import { newId } from '../../../kernel/id.js';
import type { Database } from '../../database/index.js';
import { type JobRun, job, type Queue } from '../../queue/index.js';
import type { Logger, Metrics } from '../../telemetry/index.js';
import type { Workers } from '../block-threads.js';
import { help } from './helping.js';
import { PartStore } from './part-store.js';
import { SharedSolve } from './shared-solve.js';

/** An invitation to help with a solve. It goes from process to process: who takes it sends the next one. */
const Invitation = z.object({
  solveId: Id,
  /** From 1. */
  helper: z.number().int(),
  /** How often it came to a process that takes part already, or cannot. */
  passedOn: z.number().int(),
});
type Invitation = z.infer<typeof Invitation>;

const HELP = job({ name: 'solver.help', payload: Invitation });
const FORGET_DEAD = job({ name: 'solver.forget-dead', payload: z.object({}) });
const EVERY_MINUTE = 60_000;
/** Milliseconds until an invitation is sent on; doubles each time. */
const PASS_ON = 50;
const PASS_ON_MOST = 4_000;
/** Milliseconds that a process may be silent. */
const LEASE = 3_000;

export interface BlockSharingSetup {
  database: Database;
  queue: Queue;
  log: Logger;
  metrics: Metrics;
  /** Students from which on a cohort's blocks are shared. */
  from: number;
  /** Other processes that help with one solve, at most. */
  helpers: number;
  threads: Workers;
  leaseMs?: number;
}

/** Lets several processes work on the blocks of one large cohort: they come by the queue, and claim blocks in the database. */
export class BlockSharing {
  readonly from: number;
  private readonly store: PartStore;
  private readonly leaseMs: number;
  /** Names this process where it claims. */
  readonly self = newId();
  /** The solves that this process takes part in, as its own or as a helper. */
  private readonly present = new Set<string>();

  /** Begins to answer invitations when the queue starts. */
  constructor(private readonly setup: BlockSharingSetup) {
    this.from = setup.from;
    this.store = new PartStore(setup.database);
    this.leaseMs = setup.leaseMs ?? LEASE;
    setup.queue.handle(HELP, async () => (invitation, run) => this.invited(invitation, run));
    setup.queue.handle(FORGET_DEAD, async () => () => this.store.forgetDead());
    setup.queue.schedule(FORGET_DEAD, EVERY_MINUTE, {});
  }

  /** Opens a solve for `work`, and closes it, however that ended. */
  async share<T>(runId: string | null, work: (solve: SharedSolve) => Promise<T>): Promise<T> {
    const { database, threads, metrics } = this.setup;
    const { store, leaseMs } = this;
    const id = newId();
    const log = this.setup.log.child({ runId, solveId: id });
    const announce = () =>
      database.transaction(async (tx) => {
        await store.open(tx, { id, runId, engine: ENGINE }, leaseMs);
        await this.invite(tx, { solveId: id, helper: 1, passedOn: 0 });
      });
    const solve = new SharedSolve({ id, store, announce, leaseMs, threads, log });
    this.present.add(id);
    try {
      return await work(solve);
    } finally {
      const shares = await solve.close();
      this.present.delete(id);
      metrics.matchBlocks.inc({ where: 'here' }, shares.here);
      metrics.matchBlocks.inc({ where: 'elsewhere' }, shares.elsewhere);
      log.info(shares, 'the blocks of a solve were shared');
    }
  }

  private async invited(invitation: Invitation, { signal }: Pick<JobRun, 'signal'>): Promise<void> {
    const { solveId, helper, passedOn } = invitation;
    const { database, log, helpers, threads } = this.setup;
    const solve = await this.store.standing(solveId);
    if (solve === null) return;
    if (this.present.has(solveId) || solve.engine !== ENGINE) {
      const delay = Math.min(PASS_ON_MOST, PASS_ON * 2 ** passedOn);
      await database.transaction((tx) => this.invite(tx, { ...invitation, passedOn: passedOn + 1 }, delay));
      return;
    }
    this.present.add(solveId);
    try {
      if (helper < helpers) {
        await database.transaction((tx) => this.invite(tx, { solveId, helper: helper + 1, passedOn: 0 }));
      }
      const { store, leaseMs, self: by } = this;
      const blocks = await help({ solveId, by, store, leaseMs, threads }, signal);
      log.info({ runId: solve.runId, solveId, blocks }, 'helped with the blocks of a solve');
    } finally {
      this.present.delete(solveId);
    }
  }

  private async invite(tx: Parameters<Queue['add']>[0], invitation: Invitation, delay = 0): Promise<void> {
    const { solveId, helper, passedOn } = invitation;
    await this.setup.queue.add(tx, HELP, invitation, { key: `${solveId}.${helper}.${passedOn}`, delay });
  }
}
