/** A policy that this survey cannot fill; `path` leads to the field, as in `["criteria", 2, "column"]`. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';

  constructor(
    readonly path: readonly (string | number)[],
    readonly reason: string,
  ) {
    super(`policy: ${path.join('.')}: ${reason}`);
  }
}
