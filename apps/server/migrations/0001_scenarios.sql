CREATE TABLE "scenarios" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"content" text NOT NULL,
	"objective" double precision NOT NULL,
	"worst" double precision NOT NULL,
	"hard_violations" integer NOT NULL,
	"moved" integer NOT NULL,
	"solving" uuid,
	"published_version" integer,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "scenarios_of_camp" ON "scenarios" USING btree ("camp_id","id");--> statement-breakpoint
CREATE INDEX "scenarios_of_run" ON "scenarios" USING btree ("run_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "scenarios_one_published" ON "scenarios" USING btree ("camp_id") WHERE "scenarios"."published_version" is not null;