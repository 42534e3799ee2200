CREATE TABLE "employer_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employer_id" uuid NOT NULL,
	"sheet_id" uuid NOT NULL,
	"outcome" "sheet_outcome" NOT NULL,
	"reasons" jsonb NOT NULL,
	"comment" text,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "employers" ALTER COLUMN "office_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "employers" ADD COLUMN "waiting_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "employers" ADD COLUMN "reminded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "employer_reviews" ADD CONSTRAINT "employer_reviews_employer_id_employers_id_fk" FOREIGN KEY ("employer_id") REFERENCES "public"."employers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "employer_reviews_employer" ON "employer_reviews" USING btree ("employer_id","decided_at");--> statement-breakpoint
CREATE INDEX "employers_waiting" ON "employers" USING btree ("office_id","waiting_since") WHERE "employers"."waiting_since" is not null;