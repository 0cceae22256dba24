CREATE TABLE "search_chunks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"lesson_id" uuid,
	"version" integer,
	"skill" text NOT NULL,
	"title" text NOT NULL,
	"hash" text NOT NULL,
	"heading" text NOT NULL,
	"text" text NOT NULL,
	"meant" text NOT NULL,
	"language" text NOT NULL,
	"words" "tsvector" NOT NULL,
	"model" text,
	"claimed_until" timestamp (3) with time zone,
	"gone" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_chunks_words" ON "search_chunks" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_chunks_of" ON "search_chunks" USING btree ("kind","slug");--> statement-breakpoint
CREATE INDEX "search_chunks_lesson" ON "search_chunks" USING btree ("lesson_id","version");