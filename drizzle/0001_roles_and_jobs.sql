-- The application's role works with every table, and can only add to the audit trail.
GRANT USAGE ON SCHEMA public TO madoguchi_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO madoguchi_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO madoguchi_app;--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON audit_records FROM madoguchi_app;--> statement-breakpoint
-- The one door to the job queue for the application's role: called inside a transaction, the job exists when it commits.
CREATE FUNCTION add_job(task text, payload json, run_at timestamptz, job_key text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key, max_attempts => 12);
END
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION add_job(text, json, timestamptz, text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION add_job(text, json, timestamptz, text) TO madoguchi_app;--> statement-breakpoint
-- Counts and facets of search read the narrow part of a row only: the long texts and tokens go out of line.
ALTER TABLE posting_search SET (toast_tuple_target = 128);--> statement-breakpoint
ALTER TABLE posting_search ALTER COLUMN public_tokens SET STATISTICS 500;--> statement-breakpoint
ALTER TABLE posting_search ALTER COLUMN seeker_tokens SET STATISTICS 500;
