CREATE TABLE "chat_blocks" (
	"member_id" uuid NOT NULL,
	"blocked_id" uuid NOT NULL,
	"camp_id" uuid NOT NULL,
	CONSTRAINT "chat_blocks_member_id_blocked_id_pk" PRIMARY KEY("member_id","blocked_id")
);
--> statement-breakpoint
CREATE TABLE "chat_channels" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"group_id" uuid,
	"kind" text NOT NULL,
	"name" text,
	"topic" text NOT NULL,
	"people_key" text,
	"created_by" uuid,
	"client_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"dissolved" boolean DEFAULT false NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chat_edits" (
	"message_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chat_edits_message_id_version_pk" PRIMARY KEY("message_id","version")
);
--> statement-breakpoint
CREATE TABLE "chat_markers" (
	"channel_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"read_seq" integer NOT NULL,
	"seen_seq" integer NOT NULL,
	"marker" integer NOT NULL,
	CONSTRAINT "chat_markers_channel_id_member_id_pk" PRIMARY KEY("channel_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "chat_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"rev" integer NOT NULL,
	"author_id" uuid NOT NULL,
	"author_user" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"text" text NOT NULL,
	"reply_to" uuid,
	"mentions" uuid[] NOT NULL,
	"everyone" boolean NOT NULL,
	"tasks" text[] NOT NULL,
	"withheld_from" uuid,
	"pinned_at" timestamp (3) with time zone,
	"pinned_by" uuid,
	"locked" boolean DEFAULT false NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"deleted_by" text,
	"deleted_reason" text,
	"removed_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (to_tsvector('english'::regconfig, text) || to_tsvector('spanish'::regconfig, text)) STORED,
	"has_link" boolean GENERATED ALWAYS AS (text ~* '\mhttps?://') STORED
);
--> statement-breakpoint
CREATE TABLE "chat_mutes" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"muted_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chat_people" (
	"channel_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "chat_people_channel_id_member_id_pk" PRIMARY KEY("channel_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "chat_reactions" (
	"message_id" uuid NOT NULL,
	"emoji" text NOT NULL,
	"member_id" uuid NOT NULL,
	"rev" integer NOT NULL,
	CONSTRAINT "chat_reactions_message_id_emoji_member_id_pk" PRIMARY KEY("message_id","emoji","member_id")
);
--> statement-breakpoint
CREATE TABLE "chat_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"reporter_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"closed_at" timestamp (3) with time zone,
	"closed_by" uuid
);
--> statement-breakpoint
ALTER TABLE "chat_edits" ADD CONSTRAINT "chat_edits_message_id_chat_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."chat_messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_markers" ADD CONSTRAINT "chat_markers_channel_id_chat_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."chat_channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_channel_id_chat_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."chat_channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_people" ADD CONSTRAINT "chat_people_channel_id_chat_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."chat_channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_reactions" ADD CONSTRAINT "chat_reactions_message_id_chat_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."chat_messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_reports" ADD CONSTRAINT "chat_reports_message_id_chat_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."chat_messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chat_channels_camp" ON "chat_channels" USING btree ("camp_id");--> statement-breakpoint
CREATE UNIQUE INDEX "chat_channels_of_camp" ON "chat_channels" USING btree ("camp_id","kind") WHERE kind IN ('general', 'announcements', 'staff');--> statement-breakpoint
CREATE UNIQUE INDEX "chat_channels_of_group" ON "chat_channels" USING btree ("group_id") WHERE kind = 'group';--> statement-breakpoint
CREATE UNIQUE INDEX "chat_channels_direct" ON "chat_channels" USING btree ("camp_id","people_key") WHERE kind = 'direct';--> statement-breakpoint
CREATE UNIQUE INDEX "chat_channels_topic" ON "chat_channels" USING btree ("camp_id",coalesce(group_id, camp_id),lower(name)) WHERE kind = 'topic' AND archived_at IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "chat_channels_sent" ON "chat_channels" USING btree ("created_by","client_id");--> statement-breakpoint
CREATE INDEX "chat_markers_member" ON "chat_markers" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "chat_messages_place" ON "chat_messages" USING btree ("channel_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "chat_messages_sent" ON "chat_messages" USING btree ("author_id","client_id");--> statement-breakpoint
CREATE INDEX "chat_messages_thread" ON "chat_messages" USING btree ("reply_to","seq") WHERE reply_to IS NOT NULL;--> statement-breakpoint
CREATE INDEX "chat_messages_time" ON "chat_messages" USING btree ("channel_id","created_at");--> statement-breakpoint
CREATE INDEX "chat_messages_pinned" ON "chat_messages" USING btree ("channel_id") WHERE pinned_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "chat_messages_account" ON "chat_messages" USING btree ("author_user");--> statement-breakpoint
CREATE INDEX "chat_messages_words" ON "chat_messages" USING gin ("words");--> statement-breakpoint
CREATE INDEX "chat_mutes_camp" ON "chat_mutes" USING btree ("camp_id");--> statement-breakpoint
CREATE INDEX "chat_people_member" ON "chat_people" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "chat_reports_once" ON "chat_reports" USING btree ("message_id","reporter_id");--> statement-breakpoint
CREATE INDEX "chat_reports_camp" ON "chat_reports" USING btree ("camp_id","id");