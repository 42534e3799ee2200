ALTER TABLE "posting_search" ADD COLUMN "title_tokens" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "posting_search" ADD COLUMN "industry" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "posting_search" ADD COLUMN "hours_system" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "posting_search" ADD COLUMN "week_days" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "posting_search" ADD COLUMN "age_from" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "posting_search" ADD COLUMN "age_to" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "posting_search" ADD COLUMN "retirement_age" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "posting_search" ADD COLUMN "employees" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "posting_search" ADD COLUMN "hours1" integer;--> statement-breakpoint
ALTER TABLE "posting_search" ADD COLUMN "hours2" integer;--> statement-breakpoint
ALTER TABLE "posting_search" ADD COLUMN "hours3" integer;--> statement-breakpoint
ALTER TABLE "posting_search" ADD COLUMN "hours4" integer;--> statement-breakpoint
ALTER TABLE "posting_search" ADD COLUMN "days_off" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "posting_search" ADD COLUMN "insurances" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "posting_search" ADD COLUMN "edition" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "posting_search_title_tokens" ON "posting_search" USING gin ("title_tokens");--> statement-breakpoint
CREATE INDEX "posting_search_edition" ON "posting_search" USING btree ("edition");