-- Parts are written in megabytes and gone in milliseconds; who offered them still has them after a crash.
ALTER TABLE "shared_parts" SET UNLOGGED;--> statement-breakpoint
-- Vectors do not get smaller by compression.
ALTER TABLE "shared_parts" ALTER COLUMN "vectors" SET STORAGE EXTERNAL;
