/** Zones have summer time; offsets are taken at one fixed day so that a run gives the same answer in any season. */
const REFERENCE = Date.UTC(2026, 0, 15, 12);

/** Minutes that a zone is ahead of UTC: `Europe/Madrid`, `UTC+5:30`, `GMT-3`, `+0200`, `EST`; null when unknown. */
export function offsetOfZone(zone: string): number | null {
  const text = zone.trim();
  const offset = /^\(?(?:utc|gmt)?\s*([+\-−])\s*(\d{1,2})(?::?(\d{2}))?\)?(?:\s.*)?$/i.exec(text);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return minutes > 14 * 60 ? null : offset[1] === '+' ? minutes : -minutes;
  }
  if (/^(utc|gmt|z)$/i.test(text)) return 0;
  if (text === '') return null;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: text, timeZoneName: 'longOffset' });
    const name = format.formatToParts(REFERENCE).find((part) => part.type === 'timeZoneName')?.value ?? '';
    return name === 'GMT' ? 0 : offsetOfZone(name);
  } catch {
    return null;
  }
}
