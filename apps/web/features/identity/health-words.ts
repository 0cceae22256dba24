import type { Translate } from '@/lib/i18n/translate';

const CHECKS = { database: 'health.database', queue: 'health.queue', redis: 'health.redis' } as const;
const isCheck = (name: string): name is keyof typeof CHECKS => Object.hasOwn(CHECKS, name);

/** What a check of the server looks at. */
export const checkInWords = (t: Translate, name: string): string => (isCheck(name) ? t(CHECKS[name]) : name);

/** What a check found; the server says it in one English sentence, whoever asks. */
export function detailInWords(t: Translate, detail: string): string {
  if (detail === 'No answer in time') return t('health.late');
  if (detail === 'It cannot be reached') return t('health.unreachable');
  const depth = /^(?<waiting>\d+) waiting, (?<running>\d+) running, (?<dead>\d+) dead$/.exec(detail)?.groups;
  if (depth === undefined) return detail;
  const { waiting = '', running = '', dead = '' } = depth;
  return t('health.depth', { waiting, running, dead });
}
