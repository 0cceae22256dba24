CREATE TABLE "shared_parts" (
	"solve_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"outlines" jsonb NOT NULL,
	"vectors" "bytea" NOT NULL,
	"claimed_by" uuid,
	"claimed_until" timestamp (3) with time zone,
	"found" jsonb,
	CONSTRAINT "shared_parts_solve_id_number_pk" PRIMARY KEY("solve_id","number")
);
--> statement-breakpoint
CREATE TABLE "shared_solves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid,
	"engine" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "shared_parts" ADD CONSTRAINT "shared_parts_solve_id_shared_solves_id_fk" FOREIGN KEY ("solve_id") REFERENCES "public"."shared_solves"("id") ON DELETE cascade ON UPDATE no action;