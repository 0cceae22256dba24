import { readdirSync, readFileSync } from 'node:fs';

/** As Linux counts them. */
const TICKS_A_SECOND = 100;

/**
 * CPU seconds of the main thread and of the slowest other one together: as long as the work takes where each thread has a core.
 * Where the system does not tell them apart, seconds by the wall.
 */
export async function criticalSeconds<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const started = performance.now();
  const before = threadSeconds();
  const value = await work();
  const after = threadSeconds();
  if (before === null || after === null) return { value, seconds: (performance.now() - started) / 1000 };
  const spent = [...after].map(([thread, seconds]) => [thread, seconds - (before.get(thread) ?? 0)] as const);
  const main = spent.find(([thread]) => thread === String(process.pid))?.[1] ?? 0;
  const others = spent.filter(([thread]) => thread !== String(process.pid)).map(([, seconds]) => seconds);
  return { value, seconds: main + Math.max(0, ...others) };
}

function threadSeconds(): Map<string, number> | null {
  try {
    return new Map(
      readdirSync('/proc/self/task').map((thread) => {
        const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
        // After the name, which may hold blanks: state is the third field, user and system time the 14th and 15th.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return [thread, (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND] as const;
      }),
    );
  } catch {
    return null;
  }
}
