CREATE TABLE "awaited_accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"opens" text NOT NULL,
	"office_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "awaited_accounts" ADD CONSTRAINT "awaited_accounts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "awaited_accounts_email" ON "awaited_accounts" USING btree ("email") WHERE "awaited_accounts"."opened_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "awaited_accounts_opens" ON "awaited_accounts" USING btree ("opens");