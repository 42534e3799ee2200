CREATE TYPE "public"."claim_state" AS ENUM('PENDING', 'ACCEPTED', 'REJECTED', 'WITHDRAWN');--> statement-breakpoint
CREATE TABLE "employer_claims" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employer_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"employer_number" text NOT NULL,
	"office_id" uuid NOT NULL,
	"state" "claim_state" NOT NULL,
	"name" text,
	"phone" text,
	"words" text,
	"reason" text,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "employer_claims" ADD CONSTRAINT "employer_claims_employer_id_employers_id_fk" FOREIGN KEY ("employer_id") REFERENCES "public"."employers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employer_claims" ADD CONSTRAINT "employer_claims_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "employer_claims_pending" ON "employer_claims" USING btree ("employer_id") WHERE "employer_claims"."state" = 'PENDING';--> statement-breakpoint
CREATE INDEX "employer_claims_employer" ON "employer_claims" USING btree ("employer_id","claimed_at");--> statement-breakpoint
CREATE INDEX "employer_claims_waiting" ON "employer_claims" USING btree ("office_id","claimed_at") WHERE "employer_claims"."state" = 'PENDING';