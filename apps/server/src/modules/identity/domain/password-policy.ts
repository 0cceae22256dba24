import { COMMON_PASSWORDS } from './common-passwords.js';

/**
 * Why a password is too easy to guess, or null. Length is the contract's matter; there are no rules of composition
 * (NIST SP 800-63B, 5.1.1.2): refused are only common passwords, one character over and over, runs along the alphabet
 * or the digits, and the person's own e-mail.
 */
export function weakness(password: string, email: string): string | null {
  const folded = password.normalize('NFKC').toLowerCase();
  if (COMMON_PASSWORDS.has(folded)) return 'This password is among the most common ones; choose another';
  if (isRun(folded)) return 'One character after the other is too easy to guess; choose another';
  if (folded === email || folded === email.split('@')[0]) return 'Your e-mail is too easy to guess; choose another';
  return null;
}

/** Every character stands at the same distance, 0 or 1, from the one before. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  return Math.abs(step) <= 1 && codes.every((code, at) => at === 0 || code - (codes[at - 1] ?? 0) === step);
}
