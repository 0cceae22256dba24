import type { EndpointName, Input, Output } from './names';
import { isCode } from './problem';
import type { SendOptions } from './send';

/**
 * Calls one endpoint of the API, by its name in the contracts, with the browser's session. Where the access token has
 * ended, the session is renewed once, for all calls that wait, and the call is made again.
 * @throws ApiError with the server's problem; `unavailable` where no answer came.
 */
export async function call<N extends EndpointName>(
  name: N,
  input: Input<N>,
  options: SendOptions = {},
): Promise<Output<N>> {
  const { send } = await import('./send');
  const asked = { idempotencyKey: crypto.randomUUID(), ...options };
  try {
    return await send(name, input, asked);
  } catch (error) {
    if (!isCode(error, 'session_ended', 'not_signed_in') || !(await renewSession())) throw error;
    return send(name, input, asked);
  }
}

let renewing: Promise<boolean> | null = null;

/** Exchanges the refresh cookie, single flight: it works once, so two at a time would end the session. */
export function renewSession(): Promise<boolean> {
  renewing ??= import('./send')
    .then(({ send }) => send('identity.refresh', {}, {}))
    .then(
      () => true,
      () => false,
    )
    .finally(() => {
      renewing = null;
    });
  return renewing;
}
