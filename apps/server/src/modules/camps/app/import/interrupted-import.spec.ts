import { ModuleRef } from '@nestjs/core';
import { camps } from '@tailcamp/contracts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type SignedIn, TestApp } from '../../../../testing/app.js';
import { eventually } from '../../../../testing/eventually.js';
import { CampsModule } from '../../camps.module.js';
import { MemberStore } from '../../store/member-store.js';
import { ApplyImport } from './apply-import.js';

let app: TestApp;
let ines: SignedIn;
let campId: string;
let importId: string;
let applying: ApplyImport;

/** An import that was accepted and whose job nobody does yet. */
beforeEach(async () => {
  app = await TestApp.start();
  await app.platform.queue.stop(1_000);
  ines = await app.asInstructor();
  campId = (await ines.call(camps.create, { name: 'Camp' })).id;
  const content = 'Name,Email,Level\nAda Lind,ada@school.example,3\nBo Tran,bo@school.example,2';
  importId = (await ines.call(camps.readImport, { campId, fileName: 'class.csv', content })).id;
  await ines.call(camps.applyImport, { campId, importId });
  applying = await app.nest.select(CampsModule).get(ModuleRef, { strict: true }).create(ApplyImport);
});
afterEach(() => app.close());

const run = (attempt = 1) => applying.run({ importId }, { attempt, signal: new AbortController().signal });
const state = async () => (await ines.call(camps.getImport, { campId, importId })).state;
const students = async () => (await ines.call(camps.get, { campId })).students;
const finished = async () =>
  (await app.platform.streams.read(`camp:${campId}`, 0, 100)).filter(({ kind }) => kind === 'import.finished');

/** Breaks the transaction at its last statement, after every row was written. */
function cutOff(times: number): void {
  const append = app.platform.streams.append.bind(app.platform.streams);
  let left = times;
  vi.spyOn(app.platform.streams, 'append').mockImplementation((tx, stream, kind, data) => {
    if (kind === 'import.finished' && left-- > 0) return Promise.reject(new Error('power cut'));
    return append(tx, stream, kind, data);
  });
}

it('leaves nothing half there, and is whole after the next run', async () => {
  cutOff(1);
  await expect(run()).rejects.toThrow('power cut');
  expect([await state(), await students(), await finished()]).toEqual(['applying', 0, []]);
  await run(2);
  expect([await state(), await students(), (await finished()).length]).toEqual(['applied', 2, 1]);
});

it('has one effect however often, and at how many places at once, its job is run', async () => {
  await Promise.all([run(), run(), run()]);
  await run(2);
  expect([await state(), await students(), (await finished()).length]).toEqual(['applied', 2, 1]);
});

it('is planned again when the roster changed while it was prepared', async () => {
  const store = app.nest.get(MemberStore);
  const seal = vi.spyOn(store, 'seal');
  vi.spyOn(store, 'fingerprint').mockResolvedValueOnce('as it was before somebody joined');
  await run();
  expect(seal).toHaveBeenCalledTimes(4);
  expect([await state(), await students(), (await finished()).length]).toEqual(['applied', 2, 1]);
});

it('is done after the next start, by whoever works then', async () => {
  await app.platform.queue.start(2);
  await eventually('the import to be applied', async () => (await state()) === 'applied');
  expect(await students()).toBe(2);
});

it('says so when its last attempt failed, and touched nothing', async () => {
  cutOff(1);
  await expect(run(5)).rejects.toThrow('power cut');
  expect([await state(), await students()]).toEqual(['failed', 0]);
  expect((await finished())[0]?.data).toEqual({ importId, state: 'failed' });
  const { problem } = await ines.call(camps.getImport, { campId, importId });
  expect(problem).toMatchObject({ field: 'class.csv' });
});

it('goes away with its camp', async () => {
  await ines.call(camps.remove, { campId });
  await run();
  expect((await app.platform.streams.read(`camp:${campId}`, 0, 100)).at(-1)?.kind).toBe('camp.deleted');
});
