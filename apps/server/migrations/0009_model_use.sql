CREATE TABLE "model_use" (
	"day" date NOT NULL,
	"user_id" uuid NOT NULL,
	"camp_id" uuid NOT NULL,
	"tokens" integer NOT NULL,
	"asks" integer NOT NULL,
	"prompt" text NOT NULL,
	CONSTRAINT "model_use_day_user_id_camp_id_pk" PRIMARY KEY("day","user_id","camp_id")
);
--> statement-breakpoint
CREATE INDEX "model_use_camp" ON "model_use" USING btree ("day","camp_id");