import { adopt, pose } from './delegate.js';
import { check, evaluateGroups, form, place, propose } from './engine.js';

/** What the solver's thread can be asked for beside a solve. */
const WORK = { propose, check, evaluate: evaluateGroups, form, place, pose, adopt };

export type Task = keyof typeof WORK;
/** By task: what it is given, and what comes of it. */
export type Given = { [T in Task]: Parameters<(typeof WORK)[T]> };
export type Made = { [T in Task]: ReturnType<(typeof WORK)[T]> };

const byTask: { readonly [T in Task]: (...given: Given[T]) => Made[T] } = WORK;

export function perform<T extends Task>(task: T, given: Given[T]): Made[T] {
  return byTask[task](...given);
}
