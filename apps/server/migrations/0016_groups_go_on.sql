DROP INDEX "group_members_group";--> statement-breakpoint
DROP INDEX "groups_camp_number";--> statement-breakpoint
ALTER TABLE "group_members" DROP CONSTRAINT "group_members_pkey";--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_member_id_pk" PRIMARY KEY("group_id","member_id");--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "joined_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "left_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "current" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "avatar" jsonb;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "leader_id" uuid;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
CREATE UNIQUE INDEX "group_members_current" ON "group_members" USING btree ("member_id") WHERE current;--> statement-breakpoint
CREATE INDEX "group_members_member" ON "group_members" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "groups_camp_number" ON "groups" USING btree ("camp_id","number") WHERE closed_at is null;