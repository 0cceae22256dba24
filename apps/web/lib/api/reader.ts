import { cache } from 'react';
import { isCode } from './problem';
import { callAsReader } from './server';

/** Who asks for this page; null where nobody is signed in. Once per rendering. */
export const reader = cache(async () => {
  try {
    return await callAsReader('identity.me', {});
  } catch (error) {
    if (isCode(error, 'not_signed_in', 'session_ended')) return null;
    throw error;
  }
});
