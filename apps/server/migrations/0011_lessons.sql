CREATE TABLE "lesson_versions" (
	"lesson_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"skill" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"minutes" integer NOT NULL,
	"objectives" jsonb NOT NULL,
	"check" jsonb NOT NULL,
	"body" text NOT NULL,
	"by_user" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lesson_versions_lesson_id_version_pk" PRIMARY KEY("lesson_id","version")
);
--> statement-breakpoint
CREATE TABLE "lessons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid,
	"slug" text NOT NULL,
	"shipped_hash" text,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"published" integer,
	CONSTRAINT "lessons_name" UNIQUE NULLS NOT DISTINCT("camp_id","slug")
);
--> statement-breakpoint
CREATE TABLE "shipped_lessons" (
	"id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lesson_versions" ADD CONSTRAINT "lesson_versions_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE cascade ON UPDATE no action;