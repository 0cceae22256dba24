/** The zones that the platform knows, with UTC and the given one among them. */
export function timeZones(also: string): string[] {
  return [...new Set(['UTC', also, ...Intl.supportedValuesOf('timeZone')])].sort();
}
