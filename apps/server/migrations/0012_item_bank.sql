CREATE TABLE "calibrations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"track" text NOT NULL,
	"job_id" uuid NOT NULL,
	"state" text NOT NULL,
	"execution" integer DEFAULT 0 NOT NULL,
	"iteration" integer DEFAULT 0 NOT NULL,
	"learners" integer NOT NULL,
	"answers" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"problem" text,
	"proposal" jsonb,
	"applied" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "camp_estimates" (
	"camp_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"asked_hash" text NOT NULL,
	"discrimination" double precision NOT NULL,
	"difficulty" double precision NOT NULL,
	"guessing" double precision NOT NULL,
	"discrimination_error" double precision NOT NULL,
	"difficulty_error" double precision NOT NULL,
	CONSTRAINT "camp_estimates_camp_id_slug_pk" PRIMARY KEY("camp_id","slug")
);
--> statement-breakpoint
CREATE TABLE "camp_misfits" (
	"camp_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"asked_hash" text NOT NULL,
	"misfits" jsonb NOT NULL,
	CONSTRAINT "camp_misfits_camp_id_slug_pk" PRIMARY KEY("camp_id","slug")
);
--> statement-breakpoint
DROP TABLE "camp_parameters" CASCADE;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "asked_hash" text GENERATED ALWAYS AS (md5(
      (item - '{id,skill,difficulty,discrimination,guessing,explanation,sample,options,code}'::text[])::text
      || coalesce(((item -> 'code') - '{setup,prints,verify}'::text[])::text, '')
      || jsonb_path_query_array(item, '$.options[*].text')::text
      || jsonb_path_query_array(item, '$.options[*].note')::text
      || jsonb_path_query_array(item, '$.options[*] ? (@.right == true).text')::text
    )) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "asked_hash" text GENERATED ALWAYS AS (md5(
      (item - '{id,skill,difficulty,discrimination,guessing,explanation,sample,options,code}'::text[])::text
      || coalesce(((item -> 'code') - '{setup,prints,verify}'::text[])::text, '')
      || jsonb_path_query_array(item, '$.options[*].text')::text
      || jsonb_path_query_array(item, '$.options[*].note')::text
      || jsonb_path_query_array(item, '$.options[*] ? (@.right == true).text')::text
    )) STORED NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "calibrations_one_open" ON "calibrations" USING btree ("camp_id","track") WHERE "calibrations"."state" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "calibrations_camp" ON "calibrations" USING btree ("camp_id","created_at");