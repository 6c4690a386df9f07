-- What data and what engine a run is of, beside its configuration and seed; unknown of runs that were planned before.
ALTER TABLE run ADD COLUMN version TEXT;
-- When a sweep planned the run last, which tells its newest plan from earlier ones.
ALTER TABLE member ADD COLUMN planned_ms INTEGER;
-- Where the experiment file was, for the files that it names.
ALTER TABLE sweep ADD COLUMN directory TEXT;
