ALTER TABLE "applications" ALTER COLUMN "seeker_sheet_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "former_name" text;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "former_name_until" date;--> statement-breakpoint
CREATE INDEX "accounts_withdrawn" ON "accounts" USING btree ("withdrawn_at") WHERE "accounts"."withdrawn_at" is not null;--> statement-breakpoint
CREATE INDEX "applications_former_name" ON "applications" USING btree ("former_name_until") WHERE "applications"."former_name_until" is not null;