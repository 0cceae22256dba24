CREATE TABLE "search_scopes" (
	"scope" text PRIMARY KEY NOT NULL,
	"pieces" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text NOT NULL,
	"language" text NOT NULL,
	"scope" text NOT NULL,
	"lessons" uuid[] NOT NULL,
	"versions" integer[] NOT NULL,
	"times" smallint[] NOT NULL,
	"skills" text[] NOT NULL,
	"skill_times" smallint[] NOT NULL,
	CONSTRAINT "search_words_word_language_scope_pk" PRIMARY KEY("word","language","scope")
);
--> statement-breakpoint
DROP INDEX "search_chunks_words";--> statement-breakpoint
CREATE INDEX "search_chunks_words" ON "search_chunks" USING gin ("words") WITH (fastupdate=false);