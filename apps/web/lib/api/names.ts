import type { EndpointName, NamedInput, NamedOutput } from '@tailcamp/contracts';

/**
 * Pages name endpoints rather than import them, so that a page's first script carries types alone; the contracts and zod
 * are fetched when the first call is made.
 */
export type { EndpointName };
export type Input<N extends EndpointName> = NamedInput<N>;
export type Output<N extends EndpointName> = NamedOutput<N>;

/** The endpoints that answer a page of a list. */
export type ListName = {
  [N in EndpointName]: Output<N> extends { items: unknown[]; next: string | null } ? N : never;
}[EndpointName];
