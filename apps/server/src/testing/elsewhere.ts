import { AsyncLocalStorage } from 'node:async_hooks';

/** Runs `work` as if it were not called from where it is: outside the transaction at hand, as another process would. */
export const elsewhere: <T>(work: () => T) => T = AsyncLocalStorage.snapshot();
