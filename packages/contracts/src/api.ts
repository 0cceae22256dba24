import { assessment } from './assessment/attempts.js';
import { itemBank } from './assessment/bank.js';
import { calibrations } from './assessment/calibration.js';
import { explanations } from './assessment/explanations.js';
import { skillGraph } from './assessment/graph.js';
import { itemFiles } from './assessment/item-files.js';
import { practice, skillProfiles } from './assessment/profiles.js';
import { classResults, grading } from './assessment/results.js';
import { assessmentSettings } from './assessment/settings.js';
import { camps } from './camps.js';
import { chat } from './chat/channels.js';
import { messages } from './chat/messages.js';
import { chatModeration } from './chat/moderation.js';
import { chatSearch } from './chat/search.js';
import { classPaths } from './curriculum/class.js';
import { drafting } from './curriculum/drafting.js';
import { curriculum } from './curriculum/path.js';
import { content } from './curriculum/search.js';
import { studio } from './curriculum/studio.js';
import { tutor } from './curriculum/tutor.js';
import type { Endpoint, InputOf, OutputOf } from './endpoint.js';
import { groups } from './groups.js';
import { identity } from './identity.js';
import { matching } from './matching/matching.js';
import { queue } from './matching/queue.js';
import { scenarios } from './matching/scenarios.js';
import { projects } from './projects/board.js';
import { activity } from './projects/feed.js';
import { gradebook } from './projects/gradebook.js';
import { milestones } from './projects/milestones.js';
import { tasks } from './projects/tasks.js';
import { templates } from './projects/template.js';
import { streams } from './streams.js';
import { system } from './system.js';

/** Every endpoint of the API by module: what OpenAPI, the access matrix and the client are made of. */
export const API = {
  system,
  identity,
  camps,
  matching,
  scenarios,
  queue,
  groups,
  streams,
  assessment,
  skillProfiles,
  practice,
  explanations,
  classResults,
  grading,
  assessmentSettings,
  skillGraph,
  itemFiles,
  curriculum,
  classPaths,
  itemBank,
  calibrations,
  content,
  studio,
  tutor,
  chat,
  messages,
  chatSearch,
  chatModeration,
  drafting,
  projects,
  tasks,
  activity,
  milestones,
  gradebook,
  templates,
} as const;

type Modules = typeof API;
type NamesOf<M extends keyof Modules> = `${M}.${Extract<keyof Modules[M], string>}`;

/** An endpoint by its name, such as `camps.get`. */
export type EndpointName = { [M in keyof Modules]: NamesOf<M> }[keyof Modules];

type Declared<N extends EndpointName> = N extends `${infer M extends keyof Modules}.${infer E}`
  ? E extends keyof Modules[M]
    ? Extract<Modules[M][E], Endpoint>
    : never
  : never;

export type NamedInput<N extends EndpointName> = InputOf<Declared<N>>;
export type NamedOutput<N extends EndpointName> = OutputOf<Declared<N>>;

/** @throws for a name that is not in the contracts */
export function endpointOf(name: EndpointName): Endpoint {
  const [module = '', own = ''] = name.split('.');
  const modules: Record<string, Record<string, Endpoint>> = API;
  const endpoint = modules[module]?.[own];
  if (!endpoint) throw new Error(`The contracts have no ${name}`);
  return endpoint;
}
