'use client';
import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { call } from './index';
import type { EndpointName, Input, ListName, Output } from './names';
import { pagesKey } from './pages-key';

/**
 * The answer of a read, kept by endpoint and input; the server's first paint has put it there already.
 * `keep` shows the answer before while another input is asked for; `lasting` says that the answer never changes.
 */
export function useRead<N extends EndpointName>(
  name: N,
  input: Input<N>,
  options: { enabled?: boolean; keep?: boolean; lasting?: boolean } = {},
): UseQueryResult<Output<N>> {
  return useQuery<Output<N>>({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, { signal }),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.lasting ? { staleTime: Number.POSITIVE_INFINITY } : {}),
  });
}

/**
 * An answer that the server's first paint has read for this page: it is there from the start. Where it is not, as when
 * the browser had begun to ask for it on another page, the page waits for it.
 */
export function useGiven<N extends EndpointName>(name: N, input: Input<N>): Output<N> {
  const { data } = useSuspenseQuery<Output<N>>({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, { signal }),
  });
  return data;
}

export interface Pages<N extends ListName> {
  items: Output<N>['items'][number][];
  /** The newest page: totals and the sequence stand in it. */
  last: Output<N> | undefined;
  hasNextPage: boolean;
  isFetching: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** A list that comes by cursor, as far as it was asked for. */
export function usePages<N extends ListName>(name: N, input: Input<N>): Pages<N> {
  const answer = useInfiniteQuery({
    queryKey: pagesKey(name, input),
    queryFn: ({ pageParam, signal }): Promise<Output<N>> =>
      call(name, pageParam ? { ...input, cursor: pageParam } : input, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const pages = answer.data?.pages ?? [];
  const items = pages.flatMap((page): Output<N>['items'][number][] => page.items);
  const { hasNextPage, isFetching, isFetchingNextPage, fetchNextPage } = answer;
  return { items, last: pages.at(-1), hasNextPage, isFetching, isFetchingNextPage, fetchNextPage };
}

/** A write: `mutate(input)`, `isPending`, `error`. */
export function useWrite<N extends EndpointName>(name: N): UseMutationResult<Output<N>, Error, Input<N>> {
  return useMutation<Output<N>, Error, Input<N>>({ mutationFn: (input) => call(name, input) });
}

/** The kept answers: mark some as old, so that what is on the page asks again, or put a fresh one in place. */
export function useAnswers() {
  const client = useQueryClient();
  return {
    /** All inputs of the endpoint unless one is given. */
    refresh<N extends EndpointName>(name: N, input?: Input<N>): void {
      void client.invalidateQueries({ queryKey: input ? [name, input] : [name] });
    },
    put<N extends EndpointName>(name: N, input: Input<N>, output: Output<N>): void {
      client.setQueryData([name, input], output);
    },
  };
}
