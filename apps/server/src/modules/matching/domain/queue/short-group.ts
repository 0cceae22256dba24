/**
 * Whether a group has become too small: it has fewer members than the policy wants, and fewer than it was formed with. One
 * that was formed small, as widened rules allow, is as it was meant to be.
 */
export const isShort = (
  { memberIds, formedWith }: { memberIds: readonly string[]; formedWith: number },
  least: number,
): boolean => memberIds.length > 0 && memberIds.length < Math.min(least, formedWith);
