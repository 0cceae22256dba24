import type { BlockResult, BlockTask } from '@tailcamp/matching';
import { Doorbell } from '../../../kernel/doorbell.js';
import type { Logger } from '../../telemetry/index.js';
import { BlockThread, type Workers } from '../block-threads.js';
import { type Part, partsOf } from './part.js';
import type { PartStore } from './part-store.js';

/** Milliseconds between looks at what others have done; a part takes some thirty. */
const LOOK = 25;
/** Parts that lie ready for others, though nobody has come yet. */
const READY = 2;

export interface SharedSolveSetup {
  id: string;
  store: Pick<PartStore, 'offer' | 'collect' | 'offered' | 'takeBack' | 'prolong' | 'close'>;
  /** Makes the solve known to other processes. */
  announce: () => Promise<void>;
  /** Milliseconds for which it stands without a sign of life. */
  leaseMs: number;
  threads: Workers;
  log: Logger;
}

/** Blocks worked on, by whom. */
export interface Shares {
  here: number;
  elsewhere: number;
  /** This one and those that sent results. */
  processes: number;
}

/**
 * The blocks of one solve, on threads of this process and by whoever else comes. What others have not claimed, or do not
 * finish, is done here: nobody has to come, and whoever comes may die. Where the database fails, this process goes on alone.
 */
export class SharedSolve {
  /** Started with the first blocks. */
  private threads: readonly BlockThread[] = [];
  private free: BlockThread[] = [];
  private readonly bell = new Doorbell([]);
  private readonly log: Logger;
  /** Parts of the round that nobody has begun, in order. */
  private todo: Part[] = [];
  /** Those that are offered. */
  private readonly out = new Map<number, Part>();
  /** Parts that are worked on here. */
  private working = 0;
  private nextNumber = 0;
  private onResult: (at: number, result: BlockResult) => void = () => {};
  private failure: Error | null = null;
  private state: 'new' | 'shared' | 'alone' | 'closed' = 'new';
  /** From when on there may be a row to remove. */
  private announced = false;
  private looking: Promise<void> = Promise.resolve();
  private beat: NodeJS.Timeout | undefined;
  private readonly shares = { here: 0, elsewhere: 0 };
  private readonly others = new Set<string>();

  constructor(private readonly setup: SharedSolveSetup) {
    this.log = setup.log;
  }

  /** Processes that have done some of it. */
  get processes(): number {
    return 1 + this.others.size;
  }

  /**
   * Works on the blocks of a round until all are done, or `close` is called.
   * @param onResult told of each with its place among the tasks
   */
  async run(tasks: readonly BlockTask[], onResult: (at: number, result: BlockResult) => void): Promise<void> {
    if (this.threads.length === 0) this.startThreads();
    this.todo = [...partsOf(tasks, this.nextNumber)];
    this.nextNumber += this.todo.length;
    this.onResult = onResult;
    while (this.state !== 'closed') {
      this.assign();
      if (this.failure !== null) throw this.failure;
      if (this.todo.length + this.out.size + this.working === 0) return;
      this.looking = this.lookAtOthers();
      await this.looking;
      this.assign();
      await this.bell.wait(LOOK);
    }
  }

  /** Ends the threads, in the middle of a block too, and lets the others know that nobody waits. */
  async close(): Promise<Shares> {
    this.state = 'closed';
    clearInterval(this.beat);
    this.bell.ring();
    await Promise.all(this.threads.map((thread) => thread.close()));
    await this.looking;
    if (this.announced) {
      await this.setup.store
        .close(this.setup.id)
        .catch((err) => this.log.warn({ err }, 'the blocks of a solve cannot be removed; a sweep will do it'));
    }
    return { ...this.shares, processes: this.processes };
  }

  private startThreads(): void {
    const { count, entry } = this.setup.threads;
    this.threads = Array.from({ length: count }, () => new BlockThread(entry));
    this.free = [...this.threads];
  }

  private assign(): void {
    while (this.free.length > 0 && this.todo.length > 0) void this.work(this.free.pop()!, this.todo.shift()!);
  }

  private async work(thread: BlockThread, part: Part): Promise<void> {
    this.working++;
    try {
      for (const [i, task] of part.tasks.entries()) {
        const result = await thread.solve(task);
        this.shares.here++;
        this.onResult(part.from + i, result);
      }
      this.free.push(thread);
      this.assign();
    } catch (error) {
      this.failure = error as Error;
    } finally {
      this.working--;
      if (this.todo.length === 0) this.bell.ring();
    }
  }

  private async lookAtOthers(): Promise<void> {
    if (this.state !== 'new' && this.state !== 'shared') return;
    try {
      if (this.state === 'new') await this.announce();
      await this.collect();
      await this.settle();
    } catch (err) {
      this.goOnAlone({ err });
    }
  }

  private async announce(): Promise<void> {
    this.announced = true;
    await this.setup.announce();
    if (this.state === 'closed') return;
    this.state = 'shared';
    const { store, id, leaseMs } = this.setup;
    const prolong = async () => {
      if (!(await store.prolong(id, leaseMs))) this.goOnAlone({ reason: 'it was taken for dead' });
    };
    this.beat = setInterval(() => prolong().catch((err) => this.goOnAlone({ err })), leaseMs / 3);
  }

  private async collect(): Promise<void> {
    for (const { number, by, results } of await this.setup.store.collect(this.setup.id)) {
      const part = this.out.get(number);
      if (part === undefined) continue;
      this.out.delete(number);
      if (by !== null) this.others.add(by);
      this.shares.elsewhere += results.length;
      results.forEach((result, i) => {
        this.onResult(part.from + i, result);
      });
    }
  }

  /** Takes back what others will not do, where a thread is free for it, and offers more where others keep pace. */
  private async settle(): Promise<void> {
    const { store, id } = this.setup;
    const idle = this.free.length - this.todo.length;
    if (idle > 0 && this.out.size > 0) this.takeBack(await store.takeBack(id, idle));
    const offered = await store.offered(id);
    if (this.state !== 'shared') return;
    const there = new Set(offered.map(({ number }) => number));
    // The database lost them in a crash of its own.
    this.takeBack([...this.out.keys()].filter((number) => !there.has(number)));
    const claimed = offered.filter((part) => part.claimed).length;
    const more = Math.max(READY, claimed) - (offered.length - claimed);
    if (more <= 0 || this.todo.length === 0 || idle > 0) return;
    const offers = this.todo.splice(-more);
    for (const part of offers) this.out.set(part.number, part);
    await store.offer(id, offers);
  }

  private takeBack(numbers: readonly number[]): void {
    for (const number of [...numbers].sort((a, b) => b - a)) {
      const part = this.out.get(number);
      if (part !== undefined) this.todo.unshift(part);
      this.out.delete(number);
    }
  }

  /** Others may go on with what they have: nobody asks for it. */
  private goOnAlone(why: { err: unknown } | { reason: string }): void {
    if (this.state !== 'shared' && this.state !== 'new') return;
    this.log.warn(why, 'a solve goes on without other processes');
    this.state = 'alone';
    clearInterval(this.beat);
    this.takeBack([...this.out.keys()]);
    this.bell.ring();
  }
}
