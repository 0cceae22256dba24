CREATE TABLE "tutor_settings" (
	"camp_id" uuid PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tutor_threads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"title" text NOT NULL,
	"summary" text,
	"summarised" integer DEFAULT 0 NOT NULL,
	"open_to_staff" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tutor_turns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"client_id" uuid NOT NULL,
	"question" text NOT NULL,
	"skill" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"execution" uuid,
	"alive_until" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"outcome" text,
	"reply" text,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"by" jsonb,
	"helpful" boolean,
	CONSTRAINT "tutor_turns_number" UNIQUE("thread_id","number"),
	CONSTRAINT "tutor_turns_client" UNIQUE("member_id","client_id")
);
--> statement-breakpoint
ALTER TABLE "tutor_turns" ADD CONSTRAINT "tutor_turns_thread_id_tutor_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."tutor_threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tutor_threads_member" ON "tutor_threads" USING btree ("member_id","id");--> statement-breakpoint
CREATE INDEX "tutor_threads_camp" ON "tutor_threads" USING btree ("camp_id","id");