import { z } from 'zod';
import { CampRole } from '../camps.js';
import { Id } from '../endpoint.js';

export const ChatPerson = z.object({
  memberId: Id,
  name: z.string(),
  role: CampRole,
  userId: Id.nullable().describe('By which presence and typing know them; null: has no account yet'),
});
export type ChatPerson = z.infer<typeof ChatPerson>;
