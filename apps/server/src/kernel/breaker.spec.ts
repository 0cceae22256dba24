import { expect, it } from 'vitest';
import { Breaker } from './breaker.js';

it('leaves a service alone after failures in a row, then lets one try at a time', () => {
  let now = 1_000;
  const breaker = new Breaker(2, 500, () => now);
  breaker.failed();
  expect(breaker.leftAloneUntil).toBeNull();
  breaker.succeeded();
  breaker.failed();
  expect(breaker.leftAloneUntil).toBeNull();
  breaker.failed();
  expect(breaker.leftAloneUntil).toEqual(new Date(1_500));
  now = 1_500;
  expect(breaker.leftAloneUntil).toBeNull();
  expect(breaker.leftAloneUntil).toEqual(new Date(2_000));
  breaker.succeeded();
  expect(breaker.leftAloneUntil).toBeNull();
});
