CREATE TABLE "camp_parameters" (
	"camp_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"discrimination" double precision NOT NULL,
	"difficulty" double precision NOT NULL,
	"guessing" double precision NOT NULL,
	"discrimination_error" double precision NOT NULL,
	"difficulty_error" double precision NOT NULL,
	"infit" double precision NOT NULL,
	"outfit" double precision NOT NULL,
	"misfit" text,
	CONSTRAINT "camp_parameters_camp_id_item_id_pk" PRIMARY KEY("camp_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "item_versions" (
	"item_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"item" jsonb NOT NULL,
	"by_user" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "item_versions_item_id_version_pk" PRIMARY KEY("item_id","version")
);
--> statement-breakpoint
CREATE TABLE "items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid,
	"slug" text NOT NULL,
	"shipped_hash" text,
	"version" integer NOT NULL,
	"skill" text NOT NULL,
	"kind" text NOT NULL,
	"item" jsonb NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "items_name" UNIQUE NULLS NOT DISTINCT("camp_id","slug")
);
--> statement-breakpoint
CREATE TABLE "shipped_content" (
	"id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skill_tracks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid,
	"slug" text NOT NULL,
	"shipped_hash" text,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"domains" jsonb NOT NULL,
	CONSTRAINT "skill_tracks_name" UNIQUE NULLS NOT DISTINCT("camp_id","slug")
);
--> statement-breakpoint
CREATE TABLE "skills" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid,
	"slug" text NOT NULL,
	"shipped_hash" text,
	"version" integer NOT NULL,
	"track" text NOT NULL,
	"title" text NOT NULL,
	"domain" text NOT NULL,
	"level" integer NOT NULL,
	"description" text NOT NULL,
	"requires" jsonb NOT NULL,
	CONSTRAINT "skills_name" UNIQUE NULLS NOT DISTINCT("camp_id","slug")
);
--> statement-breakpoint
ALTER TABLE "camp_parameters" ADD CONSTRAINT "camp_parameters_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "items_of_skill" ON "items" USING btree ("skill");--> statement-breakpoint
CREATE INDEX "skills_of_track" ON "skills" USING btree ("track");