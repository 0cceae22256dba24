import { embedded } from '../platform/queue/queue.embedded.js';
export const health = embedded;
