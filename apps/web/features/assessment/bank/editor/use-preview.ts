'use client';
import { useEffect, useMemo, useState } from 'react';
import { fieldErrors } from '@/lib/api/problem';
import { useRead } from '@/lib/api/query';
import { type ItemDraft, itemOf } from './draft';
import type { Preview } from './item-preview';

const ASK_AFTER_MS = 400;
const UNNAMED = 'unnamed';

/** The server's own view of a draft, a moment after it was last changed; while it is not whole, the last that was. */
export function usePreview(campId: string, draft: ItemDraft, id: string) {
  const written = useMemo(() => JSON.stringify({ ...itemOf(draft), id: id === '' ? UNNAMED : id }), [draft, id]);
  const [asked, setAsked] = useState(written);
  const [seed, setSeed] = useState(1);
  const [last, setLast] = useState<Preview | undefined>(undefined);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(written), ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [written]);
  const item = useMemo(() => JSON.parse(asked) as ReturnType<typeof itemOf>, [asked]);
  const { data, error } = useRead('itemBank.preview', { campId, item, seed });
  useEffect(() => {
    if (data !== undefined) setLast(data);
  }, [data]);
  return { preview: data ?? last, errors: fieldErrors(error), anotherOrder: () => setSeed(seed + 1) };
}
