'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiError } from './problem';

const worthAnotherTry = (failures: number, error: Error) =>
  failures < 2 && !(error instanceof ApiError && error.problem.status < 500);

/** The browser's cache of answers. Streams keep it fresh, so that it asks again only for what they name. */
export function AnswersProvider(props: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { staleTime: 30_000, retry: worthAnotherTry, refetchOnWindowFocus: true } },
      }),
  );
  return <QueryClientProvider client={client}>{props.children}</QueryClientProvider>;
}
