ALTER TABLE "posting_parties" ADD COLUMN "until" date;--> statement-breakpoint
ALTER TABLE "posting_parties" ADD COLUMN "name_shown" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "posting_sheets" ADD COLUMN "provision_agreement" text;--> statement-breakpoint
ALTER TABLE "posting_sheets" ADD COLUMN "provision_agreed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "posting_reviews" ADD COLUMN "acknowledged" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "posting_search" ADD COLUMN "provided" smallint DEFAULT 0 NOT NULL;