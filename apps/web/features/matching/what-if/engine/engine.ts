import type { Policy, RunInput } from '@tailcamp/contracts';
import type { Progress, Rest } from '@tailcamp/matching';
import type { Answer, QuestionKind, Questions } from './protocol';

export type SolveStep = Progress & { seconds: number };

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
  onProgress?: ((step: SolveStep) => void) | undefined;
}

/** The engine refused: the policy does not fit the students, or a group is none of theirs. */
export class EngineRefusal extends Error {}

/** One worker with the engine in it; its answers come in the order of the questions. */
class Line {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      const waiting = this.#waiting.get(data.id);
      if (waiting === undefined) return;
      if (data.kind === 'progress') {
        waiting.onProgress?.(data.progress);
        return;
      }
      this.#waiting.delete(data.id);
      if (data.kind === 'answer') waiting.resolve(data.value as never);
      else waiting.reject(new EngineRefusal(data.reason));
    };
    this.#worker.onerror = (event) => this.#fail(new Error(event.message || 'The engine did not start'));
  }

  ask<K extends QuestionKind>(
    kind: K,
    asked: Questions[K]['asked'],
    onProgress?: (step: SolveStep) => void,
  ): Promise<Questions[K]['answer']> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onProgress });
      this.#worker.postMessage({ id, kind, ...asked });
    });
  }

  end(): void {
    this.#worker.terminate();
    this.#fail(new DOMException('The engine was stopped', 'AbortError'));
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/**
 * The same engine as the server's, beside the page: scores, previews and places from one worker, so that none waits for
 * a solve, and a worker of its own for each solve, so that it can be stopped at once.
 */
export class Engine {
  readonly #line = new Line();

  private constructor(
    private readonly input: RunInput,
    private readonly policy: Policy,
  ) {}

  /** @throws EngineRefusal when the policy does not fit the students of the run */
  static async open(input: RunInput, policy: Policy): Promise<{ engine: Engine; version: string }> {
    const engine = new Engine(input, policy);
    const opened = await engine.#line.ask('open', { input, policy });
    return { engine, version: opened.engine };
  }

  ask<K extends 'score' | 'preview' | 'places'>(
    kind: K,
    asked: Questions[K]['asked'],
  ): Promise<Questions[K]['answer']> {
    return this.#line.ask(kind, asked);
  }

  /** @throws the reason of `signal` when it is aborted */
  async solve(
    rest: Rest,
    seed: number,
    { onProgress, signal }: { onProgress: (step: SolveStep) => void; signal: AbortSignal },
  ): Promise<Questions['solve']['answer']> {
    const line = new Line();
    const stop = () => line.end();
    signal.addEventListener('abort', stop, { once: true });
    try {
      await line.ask('open', { input: this.input, policy: this.policy });
      return await line.ask('solve', { rest, seed }, onProgress);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      line.end();
    }
  }

  close(): void {
    this.#line.end();
  }
}
