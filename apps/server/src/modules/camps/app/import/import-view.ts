import type { Import } from '@tailcamp/contracts';
import type { StoredImport } from '../../store/import-store.js';

export const importView = ({ id, state, report, createdAt }: StoredImport): Import => ({
  id,
  state,
  ...report,
  createdAt: createdAt.toISOString(),
});
