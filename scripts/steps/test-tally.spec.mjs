import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addUp, readJunit, readTally } from './test-tally.mjs';

function tallyOf(testResults, code) {
  const folder = mkdtempSync(join(tmpdir(), 'tailcamp-tally-'));
  try {
    writeFileSync(join(folder, 'report.json'), JSON.stringify({ testResults }));
    return readTally(join(folder, 'report.json'), code);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const test = (status, ...ancestorTitles) => ({ status, title: 'does it', ancestorTitles });

describe('readTally', () => {
  it('counts each test once and names what was skipped by its suite', () => {
    const tests = [test('passed'), test('passed'), test('failed'), test('pending', 'on Redis')];
    const tally = tallyOf([{ name: 'a.spec.ts', status: 'failed', assertionResults: tests }], 1);
    expect(tally).toMatchObject({ passed: 2, failed: 1, skipped: [{ title: 'on Redis' }] });
  });

  it('counts a file that does not load as a failure', () => {
    expect(tallyOf([{ name: 'a.spec.ts', status: 'failed', assertionResults: [] }], 1).failed).toBe(1);
  });

  it('counts tests whose set-up failed as failures, not as skipped', () => {
    const held = [test('skipped', 'a journey'), test('skipped', 'a journey')];
    expect(tallyOf([{ name: 'a.spec.ts', status: 'failed', assertionResults: held }], 1)).toMatchObject({
      failed: 2,
      skipped: [],
    });
  });

  it('counts a run that ends badly without a failed test as a failure', () => {
    const passed = { name: 'a.spec.ts', status: 'passed', assertionResults: [test('passed')] };
    expect(tallyOf([passed], 1)).toMatchObject({ passed: 1, failed: 1 });
    expect(readTally('/nowhere/report.json', 1).failed).toBe(1);
  });
});

describe('readJunit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tailcamp-junit-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const report = join(folder, 'pytest.xml');
  const open = '<testsuites><testsuite name="pytest"><testcase classname="tests.test_a" name="test_b" time="0.1"';

  it('counts what passed, failed, could not be collected and was skipped', () => {
    const cases = [' />', '><failure message="m">a &lt;error</failure></testcase>', '><error>e</error></testcase>'];
    const skipped = '><skipped type="pytest.skip" message="no" /></testcase>';
    writeFileSync(report, [...cases, skipped].map((rest) => `${open}${rest}`).join(''));
    expect(readJunit(report, 1, 'services/x')).toEqual({
      passed: 1,
      failed: 2,
      skipped: [{ file: 'services/x/tests.test_a', title: 'test_b' }],
    });
  });

  it('counts a run that ends badly without a failed test as a failure', () => {
    writeFileSync(report, `${open} />`);
    expect(readJunit(report, 2, 'services/x')).toMatchObject({ passed: 1, failed: 1 });
    expect(readJunit('/nowhere/pytest.xml', 5, 'services/x')).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('addUp', () => {
  it('adds run to run', () => {
    const one = { passed: 3, failed: 0, skipped: [] };
    const other = { passed: 1, failed: 2, skipped: [{ file: 'b', title: 'c' }] };
    expect(addUp([one, other])).toEqual({ passed: 4, failed: 2, skipped: other.skipped });
  });
});
