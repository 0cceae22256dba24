import type { EndpointName, Input } from './names';

/** The key of a list read page by page; it starts as the keys of single reads do, so that both grow old together. */
export const pagesKey = <N extends EndpointName>(name: N, input: Input<N>) => [name, input, 'pages'] as const;
