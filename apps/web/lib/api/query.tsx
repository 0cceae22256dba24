'use client';
import type { Endpoint, InputOf, OutputOf } from '@tailcamp/contracts';
import {
  keepPreviousData,
  type QueryKey,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { call } from './index';
import { keyOf } from './key';

/** The answer of a read, kept by endpoint and input; the server's first paint has put it there already. */
export function useRead<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  options: { enabled?: boolean; keep?: boolean } = {},
): UseQueryResult<OutputOf<E>> {
  return useQuery<OutputOf<E>>({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** A write. `run(input)` resolves with the answer or throws ApiError; `pending` while it is on its way. */
export function useWrite<E extends Endpoint>(endpoint: E): UseMutationResult<OutputOf<E>, Error, InputOf<E>> {
  return useMutation<OutputOf<E>, Error, InputOf<E>>({ mutationFn: (input) => call(endpoint, input) });
}

/** Marks reads as old, so that what is on the page asks again: all inputs of the endpoint unless some are given. */
export function useRefresh(): (endpoint: Endpoint, input?: Record<string, unknown>) => void {
  const client = useQueryClient();
  return (endpoint, input) => {
    const queryKey: QueryKey = input ? keyOf(endpoint, input) : keyOf(endpoint);
    void client.invalidateQueries({ queryKey });
  };
}
