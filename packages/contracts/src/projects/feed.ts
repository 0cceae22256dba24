import { z } from 'zod';
import { endpoint, Id, page, paged } from '../endpoint.js';
import { Sequence } from '../streams.js';
import { Activity } from './activity.js';

export const activity = {
  list: endpoint({
    method: 'GET',
    path: '/groups/:groupId/activity',
    access: 'signed-in',
    input: z.strictObject({ groupId: Id, ...paged }),
    output: z.object({ ...page(Activity).shape, groupId: Id, seq: Sequence }),
    errors: ['not_found', 'invalid_input'],
    summary: 'What was done in the workspace of a group, the last first',
  }),
};
