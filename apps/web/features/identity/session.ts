/** That this browser has a session: read where a page for everybody may try to pick it up. The tokens are elsewhere. */
const HINT = 'tailcamp-session';

export const rememberSession = (): void => localStorage.setItem(HINT, '1');
export const forgetSession = (): void => localStorage.removeItem(HINT);
export const mayHaveSession = (): boolean => localStorage.getItem(HINT) === '1';

/** Where to go after signing in: a path of this site alone, or home. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}
