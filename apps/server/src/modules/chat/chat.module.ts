import { Module } from '@nestjs/common';
import { CampsModule } from '../camps/camps.module.js';
import { GroupsModule } from '../groups/groups.module.js';
import { BlockMember } from './app/block-member.js';
import { ChangeChannel } from './app/change-channel.js';
import { ChangeMessage } from './app/change-message.js';
import { ChannelAccess } from './app/channel-access.js';
import { ChannelStreams } from './app/channel-streams.js';
import { ChatPeople } from './app/chat-people.js';
import { DirectChannel } from './app/direct-channel.js';
import { EditMessage } from './app/edit-message.js';
import { EnsureChannels } from './app/ensure-channels.js';
import { Follow } from './app/follow.js';
import { ListChannels } from './app/list-channels.js';
import { MarkMessage } from './app/mark-message.js';
import { MarkRead } from './app/mark-read.js';
import { Moderate } from './app/moderate.js';
import { OpenChannel } from './app/open-channel.js';
import { ReadHistory } from './app/read-history.js';
import { Readings } from './app/readings.js';
import { ReportMessage } from './app/report-message.js';
import { SearchMessages } from './app/search-messages.js';
import { SeedChat } from './app/seed-chat.js';
import { SendMessage } from './app/send-message.js';
import { ChatController } from './entry/http.js';
import { ChatJobs } from './entry/jobs.js';
import { MessagesController } from './entry/messages.http.js';
import { ModerationController } from './entry/moderation.http.js';
import { ChannelStore } from './store/channel-store.js';
import { MarkerStore } from './store/marker-store.js';
import { MessageParts } from './store/message-parts.js';
import { MessageStore } from './store/message-store.js';
import { ModerationStore } from './store/moderation-store.js';
import { SearchStore } from './store/search-store.js';

const stores = [ChannelStore, MarkerStore, MessageParts, MessageStore, ModerationStore, SearchStore];
const shared = [ChannelAccess, ChannelStreams, ChangeMessage, EnsureChannels, Readings];
const channels = [ListChannels, ChatPeople, OpenChannel, DirectChannel, ChangeChannel, MarkRead, SearchMessages];
const messages = [ReadHistory, SendMessage, EditMessage, MarkMessage];
const moderation = [Moderate, BlockMember, ReportMessage];

@Module({
  imports: [CampsModule, GroupsModule],
  controllers: [ChatController, MessagesController, ModerationController],
  providers: [...stores, ...shared, ...channels, ...messages, ...moderation, Follow, ChatJobs, SeedChat],
  exports: [SeedChat],
})
export class ChatModule {}
