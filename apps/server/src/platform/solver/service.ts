import { SolveLine, SolverProblemDetails } from '@tailcamp/contracts';

export type ServiceAnswer = Extract<SolveLine, { kind: 'done' }>;
export type ServiceProgress = Extract<SolveLine, { kind: 'progress' }>;

/** The service gave no answer; the message is a sentence without its end, for the run's record. */
export class ServiceFailed extends Error {
  /** @param isSick whether it says something of the service, and not of this one request */
  constructor(
    message: string,
    readonly isSick: boolean,
  ) {
    super(message);
  }
}

export interface Asking {
  /** Silence that ends it; the service says something every second. */
  patienceMs: number;
  /** What it may take altogether. */
  limitMs: number;
  traceparent: string;
  signal: AbortSignal;
  onProgress: (progress: ServiceProgress) => void;
}

/** Longer than any answer to the largest problem. */
const LONGEST_LINE = 16_000_000;

/**
 * Asks a matching service, in the contract's words, to solve a problem.
 * @param body a SolveRequest as JSON
 * @throws ServiceFailed
 * @throws the reason of `signal` when it is aborted
 */
export async function askService(url: string, body: string, asking: Asking): Promise<ServiceAnswer> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), asking.patienceMs);
  const limit = AbortSignal.timeout(asking.limitMs);
  const signal = AbortSignal.any([asking.signal, silence.signal, limit]);
  try {
    const response = await fetch(new URL('v1/solve', url.endsWith('/') ? url : `${url}/`), {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent: asking.traceparent },
      body,
      signal,
      redirect: 'error',
    });
    if (!response.ok) throw await refusalOf(response);
    for await (const line of linesOf(response, () => timer.refresh())) {
      if (line.kind === 'progress') asking.onProgress(line);
      else if (line.kind === 'done') return line;
      else throw new ServiceFailed(`it refused: ${line.problem.detail}`, line.problem.status >= 500);
    }
    throw new ServiceFailed('it stopped in the middle of its answer', true);
  } catch (error) {
    asking.signal.throwIfAborted();
    if (error instanceof ServiceFailed) throw error;
    if (silence.signal.aborted) throw new ServiceFailed(`it was silent for ${asking.patienceMs / 1000} s`, true);
    if (limit.aborted) throw new ServiceFailed(`it had no answer after ${asking.limitMs / 1000} s`, true);
    throw new ServiceFailed(`it could not be reached (${codeOf(error)})`, true);
  } finally {
    clearTimeout(timer);
    // Nobody reads on, and the service stops when nobody does.
    silence.abort();
  }
}

async function refusalOf(response: Response): Promise<ServiceFailed> {
  const problem = SolverProblemDetails.safeParse(await response.json().catch(() => null));
  const detail = problem.success ? `: ${problem.data.detail}` : '';
  return new ServiceFailed(`it answered ${response.status}${detail}`, response.status >= 500);
}

async function* linesOf(response: Response, heard: () => void): AsyncGenerator<SolveLine> {
  if (response.body === null) return;
  let begun = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    heard();
    const [first = '', ...more] = text.split('\n');
    begun += first;
    for (const next of more) {
      yield read(begun);
      begun = next;
    }
    if (begun.length > LONGEST_LINE) throw new ServiceFailed('its answer does not end', true);
  }
}

function read(line: string): SolveLine {
  let said: unknown;
  try {
    said = JSON.parse(line);
  } catch {
    throw new ServiceFailed('its answer is no JSON', true);
  }
  const parsed = SolveLine.safeParse(said);
  if (!parsed.success) throw new ServiceFailed('its answer does not keep to the contract', true);
  return parsed.data;
}

function codeOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string } };
  return cause?.code ?? (error instanceof Error ? error.message : String(error));
}
