import type { EndpointName, EventKind, NamedInput, NamedOutput } from '@tailcamp/contracts';
import type { StreamName } from '../../platform/streams/index.js';
import type { SignedIn, TestApp } from '../app.js';

/** Something that people do, which others see. */
export interface Step {
  name: string;
  /** The kinds of events that it tells, each time it is done. */
  tells: readonly EventKind[];
  /** Whether it can be done as things are; always, unless told. */
  ready?: () => boolean;
  /** Nothing can be done after it. */
  last?: true;
  /** Resolves once all that follows from it is done. */
  run: () => Promise<unknown>;
}

export interface View {
  read: EndpointName;
  input: object;
  /** Fields that are true of the moment of reading alone, as what counts back from now. */
  momentary: readonly string[];
}
export const view = <N extends EndpointName>(
  read: N,
  input: NamedInput<N>,
  ...momentary: (keyof NamedOutput<N> & string)[]
): View => ({ read, input, momentary });

/** Somebody with pages open; which, and what streams they hear, may become more with time. */
export interface Onlooker {
  who: SignedIn;
  hears: () => StreamName[];
  sees: () => View[];
}

export interface Stage {
  onlookers: readonly Onlooker[];
  steps: readonly Step[];
}

/** What can happen in a module, for the state law: the steps are done in random orders, over and over. */
export interface History {
  name: string;
  /** A stage of its own for each time, in a server that histories share. */
  stage: (app: TestApp) => Promise<Stage>;
}
