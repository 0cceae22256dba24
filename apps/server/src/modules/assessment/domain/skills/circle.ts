/**
 * A circle in a graph of `[node, what it rests on]`, in order and closed (the first stands again at the end); null
 * where there is none. Nodes that are only rested on count too.
 */
export function circleIn(edges: Iterable<readonly [string, readonly string[]]>): readonly string[] | null {
  const below = new Map(edges);
  const done = new Set<string>();
  for (const start of below.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    const ahead = [{ node: start, next: 0 }];
    while (ahead.length > 0) {
      const here = ahead.at(-1);
      if (here === undefined) break;
      if (here.next === 0) {
        if (onPath.has(here.node)) return [...path.slice(path.indexOf(here.node)), here.node];
        if (done.has(here.node)) {
          ahead.pop();
          continue;
        }
        path.push(here.node);
        onPath.add(here.node);
      }
      const child = below.get(here.node)?.[here.next++];
      if (child !== undefined) ahead.push({ node: child, next: 0 });
      else {
        ahead.pop();
        path.pop();
        onPath.delete(here.node);
        done.add(here.node);
      }
    }
  }
  return null;
}
