CREATE TABLE "board_columns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"name" text NOT NULL,
	"colour" integer NOT NULL,
	"category" text NOT NULL,
	"rank" text NOT NULL,
	"limit" integer,
	"removed_at" timestamp (3) with time zone,
	"template_key" text,
	"made_by" uuid,
	"client_id" uuid,
	"touched" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "board_labels" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"name" text NOT NULL,
	"colour" integer NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"template_key" text,
	"made_by" uuid,
	"client_id" uuid,
	"touched" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "project_activity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid,
	"what" text NOT NULL,
	"task_id" uuid,
	"key" text,
	"fields" jsonb NOT NULL,
	"column_id" uuid,
	"many" integer
);
--> statement-breakpoint
CREATE TABLE "task_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"author_id" uuid,
	"text" text NOT NULL,
	"mentions" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"made_by" uuid,
	"client_id" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"assignees" jsonb NOT NULL,
	"labels" jsonb NOT NULL,
	"due_on" date,
	"estimate" double precision,
	"priority" text NOT NULL,
	"checklist" jsonb NOT NULL,
	"blocked_by" jsonb NOT NULL,
	"milestone_id" uuid,
	"messages" jsonb NOT NULL,
	"column_id" uuid NOT NULL,
	"rank" text NOT NULL,
	"archived" boolean DEFAULT false NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"comments" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"template_key" text,
	"made_by" uuid,
	"client_id" uuid,
	"touched" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"prefix" text NOT NULL,
	"next_number" integer DEFAULT 1 NOT NULL,
	"template_version" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feedback" (
	"milestone_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"levels" jsonb NOT NULL,
	"points" double precision,
	"text" text NOT NULL,
	"members" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone,
	"published_version" integer,
	"version" integer NOT NULL,
	CONSTRAINT "feedback_milestone_id_group_id_pk" PRIMARY KEY("milestone_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "grade_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"milestone_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_user" uuid,
	"what" text NOT NULL,
	"from" double precision,
	"to" double precision,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "milestones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"camp_id" uuid NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"points" double precision NOT NULL,
	"rubric" jsonb NOT NULL,
	"late" jsonb NOT NULL,
	"copied_from" uuid,
	"made_by" uuid,
	"client_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "project_templates" (
	"camp_id" uuid PRIMARY KEY NOT NULL,
	"template" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "results" (
	"milestone_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"group_id" uuid,
	"given" double precision,
	"penalty" double precision DEFAULT 0 NOT NULL,
	"override" double precision,
	"levels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"group_text" text DEFAULT '' NOT NULL,
	"my_text" text DEFAULT '' NOT NULL,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "results_milestone_id_member_id_pk" PRIMARY KEY("milestone_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"milestone_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"text" text NOT NULL,
	"links" jsonb NOT NULL,
	"task_ids" jsonb NOT NULL,
	"by" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "submissions_milestone_id_group_id_pk" PRIMARY KEY("milestone_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"user_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendar_feeds_user_id_group_id_pk" PRIMARY KEY("user_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"camp_id" uuid NOT NULL,
	"title" text NOT NULL,
	"agenda" text NOT NULL,
	"place" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"series" uuid,
	"week" integer NOT NULL,
	"replies" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"made_by" uuid,
	"client_id" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "board_columns" ADD CONSTRAINT "board_columns_group_id_workspaces_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."workspaces"("group_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_labels" ADD CONSTRAINT "board_labels_group_id_workspaces_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."workspaces"("group_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_activity" ADD CONSTRAINT "project_activity_group_id_workspaces_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."workspaces"("group_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_comments" ADD CONSTRAINT "task_comments_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_group_id_workspaces_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."workspaces"("group_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_column_id_board_columns_id_fk" FOREIGN KEY ("column_id") REFERENCES "public"."board_columns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade_changes" ADD CONSTRAINT "grade_changes_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_columns_group" ON "board_columns" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "board_columns_made" ON "board_columns" USING btree ("made_by","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "board_columns_template" ON "board_columns" USING btree ("group_id","template_key");--> statement-breakpoint
CREATE UNIQUE INDEX "board_labels_name" ON "board_labels" USING btree ("group_id",lower(name)) WHERE removed_at IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "board_labels_made" ON "board_labels" USING btree ("made_by","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "board_labels_template" ON "board_labels" USING btree ("group_id","template_key");--> statement-breakpoint
CREATE INDEX "project_activity_group" ON "project_activity" USING btree ("group_id","id");--> statement-breakpoint
CREATE INDEX "task_comments_task" ON "task_comments" USING btree ("task_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "task_comments_made" ON "task_comments" USING btree ("made_by","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_key" ON "tasks" USING btree ("group_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_made" ON "tasks" USING btree ("made_by","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_template" ON "tasks" USING btree ("group_id","template_key");--> statement-breakpoint
CREATE INDEX "tasks_column" ON "tasks" USING btree ("column_id");--> statement-breakpoint
CREATE INDEX "workspaces_camp" ON "workspaces" USING btree ("camp_id");--> statement-breakpoint
CREATE INDEX "feedback_group" ON "feedback" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "grade_changes_camp" ON "grade_changes" USING btree ("camp_id","id");--> statement-breakpoint
CREATE INDEX "milestones_camp" ON "milestones" USING btree ("camp_id");--> statement-breakpoint
CREATE UNIQUE INDEX "milestones_made" ON "milestones" USING btree ("made_by","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "milestones_copied" ON "milestones" USING btree ("camp_id","copied_from");--> statement-breakpoint
CREATE INDEX "results_member" ON "results" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "submissions_group" ON "submissions" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_token" ON "calendar_feeds" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "meetings_group" ON "meetings" USING btree ("group_id","starts_at");--> statement-breakpoint
CREATE INDEX "meetings_starts" ON "meetings" USING btree ("starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_made" ON "meetings" USING btree ("made_by","client_id","week");