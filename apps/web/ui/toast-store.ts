import { create } from 'zustand';

export interface Toast {
  id: number;
  text: string;
  tone?: 'bad' | undefined;
  action?: { label: string; run: () => void } | undefined;
}
interface Toasts {
  shown: readonly Toast[];
  dismiss: (id: number) => void;
}

/** At most three at a time: an older one makes room. */
const MOST = 3;
let last = 0;

export const useToasts = create<Toasts>()((set) => ({
  shown: [],
  dismiss: (id) => set(({ shown }) => ({ shown: shown.filter((each) => each.id !== id) })),
}));

/** Says what has happened, with its way back. Can be called from anywhere in the browser. @returns what to dismiss it by */
export function toast(text: string, more: Pick<Toast, 'tone' | 'action'> = {}): number {
  last += 1;
  const fresh = { id: last, text, ...more };
  useToasts.setState(({ shown }) => ({ shown: [...shown, fresh].slice(-MOST) }));
  return last;
}
