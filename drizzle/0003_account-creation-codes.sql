CREATE TYPE "public"."creation_code_state" AS ENUM('ISSUED', 'USED', 'DEAD', 'REVOKED', 'EXPIRED');--> statement-breakpoint
ALTER TYPE "public"."employer_status" ADD VALUE 'UNOPENED' BEFORE 'PROVISIONAL';--> statement-breakpoint
CREATE TABLE "account_creation_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employer_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"issued_by" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"state" "creation_code_state" NOT NULL,
	"wrong_tries" integer DEFAULT 0 NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"valid_until" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "authentication_keys" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "account_creation_codes" ADD CONSTRAINT "account_creation_codes_employer_id_employers_id_fk" FOREIGN KEY ("employer_id") REFERENCES "public"."employers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_creation_codes" ADD CONSTRAINT "account_creation_codes_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_creation_codes" ADD CONSTRAINT "account_creation_codes_issued_by_staff_members_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."staff_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_creation_codes_hash" ON "account_creation_codes" USING btree ("code_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "account_creation_codes_alive" ON "account_creation_codes" USING btree ("employer_id") WHERE "account_creation_codes"."state" = 'ISSUED';--> statement-breakpoint
CREATE INDEX "account_creation_codes_employer" ON "account_creation_codes" USING btree ("employer_id","issued_at");--> statement-breakpoint
CREATE INDEX "account_creation_codes_due" ON "account_creation_codes" USING btree ("valid_until") WHERE "account_creation_codes"."state" = 'ISSUED';