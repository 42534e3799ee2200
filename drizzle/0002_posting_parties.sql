CREATE TABLE "posting_parties" (
	"posting_id" uuid NOT NULL,
	"seeker_id" uuid NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "posting_parties_posting_id_seeker_id_reason_pk" PRIMARY KEY("posting_id","seeker_id","reason")
);
--> statement-breakpoint
ALTER TABLE "posting_parties" ADD CONSTRAINT "posting_parties_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_parties" ADD CONSTRAINT "posting_parties_seeker_id_seekers_id_fk" FOREIGN KEY ("seeker_id") REFERENCES "public"."seekers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "posting_parties_seeker" ON "posting_parties" USING btree ("seeker_id");--> statement-breakpoint
-- Who had applied before this table stood sees the posting from now on.
INSERT INTO "posting_parties" ("posting_id", "seeker_id", "reason")
SELECT DISTINCT "posting_id", "seeker_id", 'APPLICATION' FROM "applications" WHERE "status" NOT IN ('CANCELLED', 'VOIDED');
