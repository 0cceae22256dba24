/** The process cannot start or go on; the message is one sentence that says what to do. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
