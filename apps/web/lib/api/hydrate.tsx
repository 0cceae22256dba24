import type { Endpoint, InputOf, OutputOf } from '@tailcamp/contracts';
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { keyOf } from './key';
import { callAsReader } from './server';

/** Reads for one rendering: what is read here is on the page from its first paint, and in the browser's cache. */
export class FirstPaint {
  private readonly client = new QueryClient();

  async read<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<OutputOf<E>> {
    const output = await callAsReader(endpoint, input);
    this.client.setQueryData(keyOf(endpoint, input), output);
    return output;
  }

  give(children: ReactNode): ReactNode {
    return <HydrationBoundary state={dehydrate(this.client)}>{children}</HydrationBoundary>;
  }
}
