CREATE TABLE "erasures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"what" text NOT NULL,
	"subject" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"written_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "erasures_unwritten" ON "erasures" USING btree ("id") WHERE "erasures"."written_at" is null;