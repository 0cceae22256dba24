import { expect, it } from 'vitest';
import { StreamAccess } from '../../../gateway/stream-access.js';
import { newId } from '../../../kernel/id.js';
import { IdentityStreams } from './socket.js';

it('lets each person hear their own stream, and nobody another, admins neither', async () => {
  const access = new StreamAccess();
  new IdentityStreams(access).onModuleInit();
  const admin = { kind: 'user', userId: newId(), role: 'admin', sessionId: newId() } as const;
  expect(await access.hearing(admin, `user:${admin.userId}`)).toBe('member');
  expect(await access.hearing(admin, `user:${newId()}`)).toBeNull();
  expect(await access.hearing(admin, 'user:')).toBeNull();
});
