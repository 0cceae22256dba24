/** What stands in a circle, in its order and with the first again at its end; null where nothing does. */
export function circleIn(blockedBy: ReadonlyMap<string, readonly string[]>): string[] | null {
  const clear = new Set<string>();
  for (const start of blockedBy.keys()) {
    const circle = circleFrom(start, blockedBy, clear);
    if (circle !== null) return circle;
  }
  return null;
}

/** Depth first, without recursion: a chain may be as long as the board. */
function circleFrom(
  start: string,
  blockedBy: ReadonlyMap<string, readonly string[]>,
  clear: Set<string>,
): string[] | null {
  const path: { id: string; left: string[] }[] = [{ id: start, left: [...(blockedBy.get(start) ?? [])] }];
  const onPath = new Set([start]);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const next = top.left.pop();
    if (next === undefined) {
      clear.add(top.id);
      onPath.delete(top.id);
      path.pop();
    } else if (onPath.has(next)) {
      const ids = path.map(({ id }) => id);
      return [...ids.slice(ids.indexOf(next)), next];
    } else if (!clear.has(next)) {
      onPath.add(next);
      path.push({ id: next, left: [...(blockedBy.get(next) ?? [])] });
    }
  }
  return null;
}
