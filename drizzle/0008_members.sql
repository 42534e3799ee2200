DROP INDEX "employer_members_once";--> statement-breakpoint
ALTER TABLE "employer_members" ALTER COLUMN "account_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "employer_members" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "employer_members" ADD COLUMN "seat" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "employer_members" ADD COLUMN "invited_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "employer_members" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "employer_members_seat" ON "employer_members" USING btree ("employer_id","seat") WHERE "employer_members"."status" <> 'REMOVED';--> statement-breakpoint
CREATE UNIQUE INDEX "employer_members_invited" ON "employer_members" USING btree ("employer_id","email") WHERE "employer_members"."status" = 'INVITED';--> statement-breakpoint
CREATE UNIQUE INDEX "employer_members_once" ON "employer_members" USING btree ("employer_id","account_id") WHERE "employer_members"."status" <> 'REMOVED';