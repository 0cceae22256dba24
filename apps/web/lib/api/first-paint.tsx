import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { EndpointName, Input, ListName, Output } from './names';
import { pagesKey } from './pages-key';
import { callAsReader } from './server';

/** Reads for one rendering: what is read here is on the page from its first paint, and in the browser's cache. */
export class FirstPaint {
  private readonly client = new QueryClient();

  async read<N extends EndpointName>(name: N, input: Input<N>): Promise<Output<N>> {
    const output = await callAsReader(name, input);
    this.client.setQueryData([name, input], output);
    return output;
  }

  /** The first page of a list that the browser goes on reading. */
  async readPages<N extends ListName>(name: N, input: Input<N>): Promise<Output<N>> {
    const output = await callAsReader(name, input);
    this.client.setQueryData(pagesKey(name, input), { pages: [output], pageParams: [null] });
    return output;
  }

  give(children: ReactNode): ReactNode {
    return <HydrationBoundary state={dehydrate(this.client)}>{children}</HydrationBoundary>;
  }
}
