CREATE TABLE "audit_seals" (
	"hour" timestamp (3) with time zone PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_records_at" ON "audit_records" USING btree ("at","id");--> statement-breakpoint
-- by hand
REVOKE UPDATE, DELETE, TRUNCATE ON audit_seals FROM madoguchi_app;
