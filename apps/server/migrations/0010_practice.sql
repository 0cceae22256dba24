CREATE TABLE "practice_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"track" text NOT NULL,
	"skill" text NOT NULL,
	"item_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"layout" jsonb NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answer" text,
	"right" boolean
);
--> statement-breakpoint
ALTER TABLE "assessment_attempts" ADD COLUMN "met" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "practice_questions_one_waits" ON "practice_questions" USING btree ("member_id") WHERE "practice_questions"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "practice_questions_member" ON "practice_questions" USING btree ("member_id","skill","answered_at");--> statement-breakpoint
CREATE INDEX "practice_questions_camp" ON "practice_questions" USING btree ("camp_id");