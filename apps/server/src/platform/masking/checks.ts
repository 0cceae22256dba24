/** Numbers that prove themselves by a digit or letter of check. */

export const digitsOf = (text: string): string => text.replace(/\D/g, '');
export const between = (value: number, low: number, high: number): boolean => value >= low && value <= high;

/** ISO 13616: moved round and read as a number, it leaves 1 when divided by 97. */
export function isIban(text: string): boolean {
  const compact = text.replace(/\s/g, '').toUpperCase();
  if (!between(compact.length, 15, 34)) return false;
  const turned = compact.slice(4) + compact.slice(0, 4);
  let rest = 0;
  for (const letter of turned)
    for (const digit of String(Number.parseInt(letter, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** ISO/IEC 7812: every second digit from the right is doubled. */
export function isLuhn(text: string): boolean {
  const digits = [...digitsOf(text)].reverse().map(Number);
  const sum = digits.reduce((total, digit, at) => {
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0 && digits.some((digit) => digit !== 0);
}

export const isCard = (text: string): boolean =>
  between(digitsOf(text).length, 13, 19) && /^[2-6]/.test(text) && isLuhn(text);

/** Each digit by its weight, summed. */
const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);

/** DNI and NIE of Spain: the letter is the number modulo 23. */
export function isSpanishId(text: string): boolean {
  const compact = text.toUpperCase().replace(/[^A-Z\d]/g, '');
  const number = Number(compact.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter))));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === compact.at(-1);
}

/** NSS of Spain: the last two digits are the rest modulo 97. */
export function isSpanishSecurity(text: string): boolean {
  const digits = digitsOf(text);
  return digits.length === 12 && Number(digits.slice(0, 10)) % 97 === Number(digits.slice(10));
}

/** PESEL of Poland, with a month and a day in it. */
export function isPesel(text: string): boolean {
  const digits = digitsOf(text);
  const [month, day] = [Number(digits.slice(2, 4)) % 20, Number(digits.slice(4, 6))];
  if (digits.length !== 11 || !between(month, 1, 12) || !between(day, 1, 31)) return false;
  return (10 - (weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(digits[10]);
}

/** RUT of Chile: modulo 11, with K for ten. */
export function isRut(text: string): boolean {
  const compact = text.toUpperCase().replace(/[^\dK]/g, '');
  const body = [...compact.slice(0, -1)].reverse();
  const sum = body.reduce((total, digit, at) => total + Number(digit) * (2 + (at % 6)), 0);
  return '0K987654321'[sum % 11] === compact.at(-1);
}

/** CUIT and CUIL of Argentina. */
export function isCuit(text: string): boolean {
  const digits = digitsOf(text);
  const rest = 11 - (weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return digits.length === 11 && (rest === 11 ? 0 : rest) === Number(digits[10]);
}

/** CPF of Brazil: two digits of check. */
export function isCpf(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length !== 11 || /^(\d)\1+$/.test(digits)) return false;
  const check = (length: number) =>
    ((weighted(
      digits,
      Array.from({ length }, (_, at) => length + 1 - at),
    ) *
      10) %
      11) %
      10 ===
    Number(digits[length]);
  return check(9) && check(10);
}

/** Aadhaar of India: the check of Verhoeff, over the turns of a pentagon. */
export function isAadhaar(text: string): boolean {
  const digits = [...digitsOf(text)].reverse().map(Number);
  if (digits.length !== 12) return false;
  let check = 0;
  for (const [at, digit] of digits.entries()) {
    let turned = digit;
    for (let time = 0; time < at % 8; time += 1) turned = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4][turned] ?? 0;
    const [low, high] = [check % 5, check >= 5];
    check = high
      ? ((low - (turned % 5) + 5) % 5) + (turned >= 5 ? 0 : 5)
      : ((low + (turned % 5)) % 5) + (turned >= 5 ? 5 : 0);
  }
  return check === 0;
}

/** NIR of France: a key of two digits, modulo 97. */
export function isNir(text: string): boolean {
  const compact = text.replace(/\s/g, '').toUpperCase().replace('2A', '19').replace('2B', '18');
  return compact.length === 15 && 97 - Number(BigInt(compact.slice(0, 13)) % 97n) === Number(compact.slice(13));
}

/** NHS number of England: modulo 11. */
export function isNhs(text: string): boolean {
  const digits = digitsOf(text);
  const rest = 11 - (weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return digits.length === 10 && rest !== 10 && (rest === 11 ? 0 : rest) === Number(digits[9]);
}

/** Resident identity number of China: 17 digits and a check modulo 11, with X for ten. */
export const isChineseId = (text: string): boolean =>
  '10X98765432'[weighted(text, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] ===
  text.at(-1)?.toUpperCase();
