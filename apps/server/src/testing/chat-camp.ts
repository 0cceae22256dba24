import { randomUUID } from 'node:crypto';
import { type Channel, type ChannelState, camps, chat, type Message, matching, messages } from '@tailcamp/contracts';
import type { SignedIn, TestApp } from './app.js';
import { eventually } from './eventually.js';
import { matched, savePolicy } from './matching-camp.js';

export interface ChatCamp {
  campId: string;
  instructor: SignedIn;
  students: SignedIn[];
  /** Member ids in the order of `students`. */
  memberIds: string[];
}

/** A camp whose students all have accounts; they are in no group yet. */
export async function chatCamp(app: TestApp, names: readonly string[]): Promise<ChatCamp> {
  const instructor = await app.asInstructor();
  const { id: campId, joinCode } = await instructor.call(camps.create, { name: 'Robotics', timeZone: 'Europe/Lisbon' });
  const students: SignedIn[] = [];
  for (const name of names) {
    const student = await app.asStudent(name);
    await student.call(camps.join, { code: joinCode ?? '' });
    students.push(student);
  }
  const { items } = await instructor.call(camps.members, { campId });
  const memberIds = students.map(({ user }) => items.find(({ userId }) => userId === user.id)?.id ?? '');
  return { campId, instructor, students, memberIds };
}

/** Groups of so many, in whatever order; each has its channel once this is over. */
export async function grouped({ campId, instructor, students }: ChatCamp, size: number): Promise<void> {
  const camp = { campId, instructor, students };
  const { version } = await instructor.call(matching.getPolicy, { campId });
  if (version === 0) await savePolicy(camp, { groupSize: { min: size, max: size }, criteria: [] });
  const run = await matched(camp);
  await instructor.call(matching.accept, { campId, runId: run.id });
}

export const channelsOf = async (who: SignedIn, campId: string): Promise<ChannelState[]> =>
  (await who.call(chat.list, { campId })).channels;

export async function channelOf(who: SignedIn, campId: string, kind: Channel['kind']): Promise<ChannelState> {
  return eventually(`a channel ${kind}`, async () => {
    const found = (await channelsOf(who, campId)).find(
      (channel) => channel.kind === kind && channel.archivedAt === null,
    );
    return found;
  });
}

export async function say(
  who: SignedIn,
  channelId: string,
  text: string,
  more: { replyTo?: string; clientId?: string } = {},
): Promise<Message> {
  return (await who.call(messages.send, { channelId, text, clientId: randomUUID(), ...more })).message;
}

export const historyOf = async (who: SignedIn, channelId: string): Promise<Message[]> =>
  (await who.call(messages.history, { channelId, limit: 200 })).messages;
