import { guard } from '../../gateway/guard.js';
export const queue = guard;
