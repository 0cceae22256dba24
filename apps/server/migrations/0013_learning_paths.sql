CREATE TABLE "curriculum_settings" (
	"camp_id" uuid PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "learning_paths" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"goals" jsonb NOT NULL,
	"minutes_per_week" integer NOT NULL,
	"starts_on" date NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lessons_read" (
	"member_id" uuid NOT NULL,
	"camp_id" uuid NOT NULL,
	"lesson" text NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lessons_read_member_id_lesson_pk" PRIMARY KEY("member_id","lesson")
);
--> statement-breakpoint
CREATE TABLE "path_steps" (
	"member_id" uuid NOT NULL,
	"skill" text NOT NULL,
	"position" integer NOT NULL,
	"week" integer NOT NULL,
	"until" integer NOT NULL,
	"minutes" integer NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"extended_to" date,
	CONSTRAINT "path_steps_member_id_skill_pk" PRIMARY KEY("member_id","skill")
);
--> statement-breakpoint
ALTER TABLE "practice_questions" ADD COLUMN "check" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "path_steps" ADD CONSTRAINT "path_steps_member_id_learning_paths_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."learning_paths"("member_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "learning_paths_camp" ON "learning_paths" USING btree ("camp_id");--> statement-breakpoint
CREATE INDEX "lessons_read_camp" ON "lessons_read" USING btree ("camp_id");