CREATE TABLE "assessment_accommodations" (
	"camp_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"time_factor" double precision NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "assessment_accommodations_camp_id_member_id_pk" PRIMARY KEY("camp_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "assessment_settings" (
	"camp_id" uuid PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assessment_answers" (
	"attempt_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"item_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"layout" jsonb NOT NULL,
	"written" boolean NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answer" text,
	"right" boolean,
	CONSTRAINT "assessment_answers_attempt_id_position_pk" PRIMARY KEY("attempt_id","position")
);
--> statement-breakpoint
CREATE TABLE "assessment_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"track" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"seed" bigint NOT NULL,
	"bank" text NOT NULL,
	"feedback" text NOT NULL,
	"written_count" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"ended_by" text,
	"outcome" jsonb,
	"pending" integer NOT NULL,
	CONSTRAINT "assessment_attempts_number" UNIQUE("member_id","track","number")
);
--> statement-breakpoint
CREATE TABLE "exposure_controls" (
	"hash" text PRIMARY KEY NOT NULL,
	"controls" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "frozen_banks" (
	"hash" text PRIMARY KEY NOT NULL,
	"bank" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"attempt_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	CONSTRAINT "item_reports_place" UNIQUE("attempt_id","position")
);
--> statement-breakpoint
CREATE TABLE "profile_sharing" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"with" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "written_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"state" text NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	"levels" jsonb,
	"points" integer,
	"of" integer NOT NULL,
	"comment" text,
	"graded_at" timestamp (3) with time zone,
	"graded_by" uuid,
	"version" integer NOT NULL,
	CONSTRAINT "written_answers_place" UNIQUE("attempt_id","position")
);
--> statement-breakpoint
ALTER TABLE "assessment_answers" ADD CONSTRAINT "assessment_answers_attempt_id_assessment_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."assessment_attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_attempts" ADD CONSTRAINT "assessment_attempts_bank_frozen_banks_hash_fk" FOREIGN KEY ("bank") REFERENCES "public"."frozen_banks"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_reports" ADD CONSTRAINT "item_reports_attempt_id_assessment_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."assessment_attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "written_answers" ADD CONSTRAINT "written_answers_attempt_id_assessment_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."assessment_attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessment_answers_item" ON "assessment_answers" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_attempts_one_open" ON "assessment_attempts" USING btree ("member_id","track") WHERE "assessment_attempts"."state" = 'open';--> statement-breakpoint
CREATE INDEX "assessment_attempts_camp" ON "assessment_attempts" USING btree ("camp_id","track");--> statement-breakpoint
CREATE INDEX "item_reports_item" ON "item_reports" USING btree ("camp_id","item_id");--> statement-breakpoint
CREATE INDEX "written_answers_queue" ON "written_answers" USING btree ("camp_id","state","answered_at");