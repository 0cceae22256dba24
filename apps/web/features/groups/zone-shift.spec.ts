import { describe, expect, it } from 'vitest';
import { commonHours, inReadersZone } from './zone-shift';

const monday9 = Array.from({ length: 168 }, (_, hour) => (hour === 9 ? 4 : 0));
const winter = new Date('2026-01-15T12:00:00Z');

describe('inReadersZone', () => {
  it('moves hours with the zones, around the end of the week', () => {
    const free = { zone: 'UTC', counts: monday9 };
    expect(inReadersZone(free, 'Asia/Tokyo', winter).indexOf(4)).toBe(18);
    expect(inReadersZone(free, 'America/Lima', winter).indexOf(4)).toBe(4);
    expect(inReadersZone(free, 'Pacific/Honolulu', winter).indexOf(4)).toBe(167);
  });
  it('follows daylight saving', () => {
    const free = { zone: 'Europe/Madrid', counts: monday9 };
    expect(inReadersZone(free, 'UTC', winter).indexOf(4)).toBe(8);
    expect(inReadersZone(free, 'UTC', new Date('2026-07-15T12:00:00Z')).indexOf(4)).toBe(7);
  });
});

it('commonHours counts where all are free', () => {
  expect(commonHours(monday9, 4)).toBe(1);
  expect(commonHours(monday9, 5)).toBe(0);
  expect(commonHours(monday9, 0)).toBe(0);
});
