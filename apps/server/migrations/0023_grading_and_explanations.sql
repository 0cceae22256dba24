CREATE TABLE "explanations" (
	"item_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"chosen" text NOT NULL,
	"language" text NOT NULL,
	"prompt" text NOT NULL,
	"model" text NOT NULL,
	"content" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "explanations_item_id_version_chosen_language_prompt_pk" PRIMARY KEY("item_id","version","chosen","language","prompt")
);
--> statement-breakpoint
CREATE TABLE "answer_grades" (
	"id" uuid PRIMARY KEY NOT NULL,
	"answer_id" uuid NOT NULL,
	"camp_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_user" uuid,
	"levels" jsonb NOT NULL,
	"before" jsonb,
	"proposed" jsonb,
	"proposed_by" text,
	"scales" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grade_proposals" (
	"answer_id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"asks" integer NOT NULL,
	"tries" integer NOT NULL,
	"retry_at" timestamp (3) with time zone,
	"by" jsonb,
	"flags" jsonb NOT NULL,
	"content" text
);
--> statement-breakpoint
ALTER TABLE "written_answers" ADD COLUMN "released" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "explanations" ADD CONSTRAINT "explanations_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_grades" ADD CONSTRAINT "answer_grades_answer_id_written_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."written_answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade_proposals" ADD CONSTRAINT "grade_proposals_answer_id_written_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."written_answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_grades_answer" ON "answer_grades" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "answer_grades_camp" ON "answer_grades" USING btree ("camp_id");