/** Somebody who has not signed in, as far as the network tells. */
export interface Visitor {
  readonly ip: string;
}
