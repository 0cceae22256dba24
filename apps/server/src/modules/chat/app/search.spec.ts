import { type Channel, chat, chatModeration, chatSearch, messages } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../testing/app.js';
import { type ChatCamp, channelOf, chatCamp, grouped, say } from '../../../testing/chat-camp.js';

let app: TestApp;
let camp: ChatCamp;
let ada: SignedIn;
let ben: SignedIn;
let general: string;
let directly: Channel;
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000', RATE_MESSAGE: '100000' });
  camp = await chatCamp(app, ['Ada First', 'Ben Second', 'Cleo Third', 'Dan Fourth']);
  [ada, ben] = camp.students as [SignedIn, SignedIn];
  general = (await channelOf(ada, camp.campId, 'general')).id;
  directly = await ada.call(chat.direct, { campId: camp.campId, memberIds: camp.memberIds.slice(1, 2) });
  await say(ada, general, 'The boats were sailing along the river');
  await say(ben, general, 'Los barcos navegaban por los ríos, ver https://example.org/rio');
  await say(ada, directly.id, 'A boat for the two of us');
  await say(camp.instructor, (await channelOf(camp.instructor, camp.campId, 'staff')).id, 'Boats for the staff');
});
afterAll(() => app.close());

const found = async (who: SignedIn, more: object) => {
  const { items } = await who.call(chatSearch.find, { campId: camp.campId, ...more });
  return items.map(({ message }) => message.text.slice(0, 9));
};

describe('finding messages', () => {
  it('is by words, stemmed as English and as Spanish, the newest first', async () => {
    expect(await found(ada, { q: 'boat' })).toEqual(['A boat fo', 'The boats']);
    expect(await found(ada, { q: 'sailed rivers' })).toEqual(['The boats']);
    expect(await found(ada, { q: 'barco navegar' })).toEqual(['Los barco']);
    expect(await found(ada, { q: 'boat -river' })).toEqual(['A boat fo']);
    expect(await found(ada, { q: '"along the river" or barco' })).toEqual(['Los barco', 'The boats']);
    expect(await found(ada, { q: 'zeppelin' })).toEqual([]);
  });

  it('marks what was found', async () => {
    const { items, people } = await ada.call(chatSearch.find, { campId: camp.campId, q: 'barcos ríos' });
    const marked = items[0]?.snippet.filter((part) => part.marked).map(({ text }) => text);
    expect(marked).toEqual(['barcos', 'ríos']);
    expect(people.map(({ name }) => name)).toEqual(['Ben Second']);
  });

  it('is narrowed by author, channel, days and links', async () => {
    const [a, b] = camp.memberIds;
    expect(await found(ben, { q: 'boat', from: a, in: general })).toEqual(['The boats']);
    expect(await found(ben, { from: b })).toEqual(['Los barco']);
    expect(await found(ben, { has: 'link' })).toEqual(['Los barco']);
    const today = new Date(app.clock.now().getTime() - 86_400_000).toISOString().slice(0, 10);
    expect(await found(ben, { q: 'boat', after: today })).toHaveLength(2);
    expect(await found(ben, { q: 'boat', before: today })).toEqual([]);
    expect((await ben.send(chatSearch.find, { campId: camp.campId })).status).toBe(422);
  });

  it('goes on page by page', async () => {
    const first = await ada.call(chatSearch.find, { campId: camp.campId, q: 'boat', limit: 1 });
    const second = await ada.call(chatSearch.find, {
      campId: camp.campId,
      q: 'boat',
      limit: 1,
      cursor: first.next ?? '',
    });
    expect([first.items[0]?.message.text, second.items[0]?.message.text, second.next]).toEqual([
      'A boat for the two of us',
      'The boats were sailing along the river',
      null,
    ]);
    const wrong = { campId: camp.campId, q: 'boat', cursor: 'nonsense' };
    expect(await ada.refused(chatSearch.find, wrong)).toMatchObject({ code: 'invalid_input' });
  });
});

describe('what is found', () => {
  it('is what one may read: nothing of others directly, of the staff, of other groups', async () => {
    expect(await found(camp.students[2] as SignedIn, { q: 'boat' })).toEqual(['The boats']);
    expect(await found(camp.instructor, { q: 'boat' })).toEqual(['Boats for', 'The boats']);
    const cleo = camp.students[2] as SignedIn;
    expect((await cleo.send(chatSearch.find, { campId: camp.campId, q: 'boat', in: directly.id })).status).toBe(404);
    await grouped(camp, 2);
    const own = await channelOf(ada, camp.campId, 'group');
    await say(ada, own.id, 'Our submarine');
    const readers = await Promise.all(camp.students.map((who) => found(who, { q: 'submarines' })));
    expect(readers.filter((texts) => texts.length === 1)).toHaveLength(2);
    expect(await found(camp.instructor, { q: 'submarines' })).toEqual(['Our subma']);
  });

  it('is nothing that was deleted, was before an edit, or was withheld', async () => {
    const { id: messageId } = await say(ada, general, 'Pineapple');
    await ada.call(messages.edit, { messageId, text: 'Cherry', version: 1 });
    expect([await found(ben, { q: 'pineapple' }), await found(ben, { q: 'cherries' })]).toEqual([[], ['Cherry']]);
    await ada.call(messages.remove, { messageId });
    expect(await found(ben, { q: 'cherry' })).toEqual([]);
    await ben.call(chatModeration.block, { campId: camp.campId, memberId: camp.memberIds[0] ?? '', blocked: true });
    await say(ada, directly.id, 'Mango');
    expect([await found(ada, { q: 'mango' }), await found(ben, { q: 'mango' })]).toEqual([['Mango'], []]);
  });
});
