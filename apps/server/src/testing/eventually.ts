const PAUSE = 10;

/**
 * Asks until `condition` gives something truthy, and gives that; throws what it threw last, or says what was waited
 * for, when the deadline has passed.
 */
export async function eventually<T>(
  what: string,
  condition: () => T | Promise<T>,
  deadlineMs = 10_000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + deadlineMs;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const found = await condition();
      if (found) return found;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  throw new Error(`Waited ${deadlineMs} ms in vain for ${what}`, { cause: last });
}
