import { create } from 'zustand';

/** What of the shell is open. The only state of the interface that pages share. */
interface Interface {
  open: 'palette' | 'keys' | 'more' | null;
}
export const useInterface = create<Interface>()(() => ({ open: null }));

export const openPart = (part: Interface['open']): void => useInterface.setState({ open: part });
