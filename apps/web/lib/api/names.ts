import type { API, Endpoint, InputOf, OutputOf } from '@tailcamp/contracts';

type Modules = typeof API;
type NamesOf<M extends keyof Modules> = `${M}.${Extract<keyof Modules[M], string>}`;

/**
 * An endpoint by its name in the contracts, such as `camps.get`. Pages name endpoints rather than import them, so that
 * a page's first script carries types alone; the contracts and zod are fetched when the first call is made.
 */
export type EndpointName = { [M in keyof Modules]: NamesOf<M> }[keyof Modules];

type Declared<N extends EndpointName> = N extends `${infer M extends keyof Modules}.${infer E}`
  ? E extends keyof Modules[M]
    ? Extract<Modules[M][E], Endpoint>
    : never
  : never;

export type Input<N extends EndpointName> = InputOf<Declared<N>>;
export type Output<N extends EndpointName> = OutputOf<Declared<N>>;

/** The endpoints that answer a page of a list. */
export type ListName = {
  [N in EndpointName]: Output<N> extends { items: unknown[]; next: string | null } ? N : never;
}[EndpointName];
