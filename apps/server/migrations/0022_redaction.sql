ALTER TABLE "stream_events" ADD COLUMN "about" uuid;--> statement-breakpoint
CREATE INDEX "stream_events_about" ON "stream_events" USING btree ("about") WHERE about IS NOT NULL;--> statement-breakpoint
ALTER TABLE "chat_channels" DROP COLUMN "dissolved";