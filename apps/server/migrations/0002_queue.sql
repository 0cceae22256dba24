CREATE TABLE "queue_proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"level" integer NOT NULL,
	"grounds" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "queue_tickets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"level" integer DEFAULT 0 NOT NULL,
	"proposal_id" uuid,
	"accepted" boolean DEFAULT false NOT NULL,
	"group_id" uuid,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "queues" (
	"camp_id" uuid PRIMARY KEY NOT NULL,
	"settings" jsonb,
	"version" integer DEFAULT 0 NOT NULL,
	"changes" integer DEFAULT 0 NOT NULL,
	"looked" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone,
	"problem" text
);
--> statement-breakpoint
CREATE INDEX "queue_proposals_camp" ON "queue_proposals" USING btree ("camp_id");--> statement-breakpoint
CREATE UNIQUE INDEX "queue_tickets_one_open" ON "queue_tickets" USING btree ("member_id") WHERE "queue_tickets"."state" in ('waiting', 'proposed');--> statement-breakpoint
CREATE INDEX "queue_tickets_camp" ON "queue_tickets" USING btree ("camp_id","state");--> statement-breakpoint
CREATE INDEX "queue_tickets_member" ON "queue_tickets" USING btree ("member_id");