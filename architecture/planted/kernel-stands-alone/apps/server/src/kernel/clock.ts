import { lock } from '../platform/lock/index.js';
export const clock = lock;
