import { download, type FileName } from '@/lib/api/download';
import type { Input } from '@/lib/api/names';
import { inWords } from '@/lib/api/problem';
import { toast } from '@/ui/toast-store';

/** Has the browser save a file; what went wrong is told in a toast. */
export const saveFile = <N extends FileName>(name: N, input: Input<N>): Promise<void> =>
  download(name, input).catch((error: unknown) => {
    toast(inWords(error), { tone: 'bad' });
  });
