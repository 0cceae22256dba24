import { expect, it } from 'vitest';
import { mayStart } from './retake.js';

const at = (hour: number) => new Date(Date.UTC(2026, 0, 5, hour));
const once = { attempts: 1, waitHours: 0 };
const daily = { attempts: null, waitHours: 6 };

it('lets the first attempt start at once', () => {
  expect(mayStart([], once, at(9))).toEqual({ may: true, notBefore: null });
});

it('has an end where the camp says how many there are', () => {
  expect(mayStart([{ finishedAt: at(8) }], once, at(9))).toEqual({ may: false, notBefore: null });
});

it('waits from the end of the newest', () => {
  const before = [{ finishedAt: at(8) }, { finishedAt: at(1) }];
  expect(mayStart(before, daily, at(13))).toEqual({ may: false, notBefore: at(14) });
  expect(mayStart(before, daily, at(14))).toEqual({ may: true, notBefore: null });
});
