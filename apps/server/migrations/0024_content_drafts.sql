CREATE TABLE "content_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"wish" jsonb NOT NULL,
	"state" text NOT NULL,
	"step" text,
	"answered_by" jsonb,
	"sources" jsonb NOT NULL,
	"text" jsonb,
	"questions" jsonb,
	"taken" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "content_drafts_client" UNIQUE("user_id","client_id")
);
--> statement-breakpoint
ALTER TABLE "lesson_versions" ADD COLUMN "drafted" jsonb;--> statement-breakpoint
CREATE INDEX "content_drafts_camp" ON "content_drafts" USING btree ("camp_id","at");--> statement-breakpoint
-- A brief is not found among lessons: the function of 0019, with one condition more.
DO $do$ BEGIN
	EXECUTE replace(
		pg_get_functiondef('search_content'::regproc),
		'JOIN lesson_versions v USING (lesson_id, version)',
		'JOIN lesson_versions v USING (lesson_id, version) WHERE v.kind <> ''brief''');
END $do$;
