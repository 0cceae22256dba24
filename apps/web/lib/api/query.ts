'use client';
import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { call } from './index';
import type { EndpointName, Input, Output } from './names';

/** The answer of a read, kept by endpoint and input; the server's first paint has put it there already. */
export function useRead<N extends EndpointName>(
  name: N,
  input: Input<N>,
  options: { enabled?: boolean; keep?: boolean } = {},
): UseQueryResult<Output<N>> {
  return useQuery<Output<N>>({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, { signal }),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/**
 * An answer that the server's first paint has read for this page: it is there from the start.
 * @throws Error where the page did not read it.
 */
export function useGiven<N extends EndpointName>(name: N, input: Input<N>): Output<N> {
  const { data, error } = useRead(name, input);
  if (data === undefined) throw error ?? new Error(`The page has not read ${name}`);
  return data;
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
