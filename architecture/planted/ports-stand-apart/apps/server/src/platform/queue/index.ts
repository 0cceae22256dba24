import { local } from '../lock/lock.local.js';
export const queue = local;
