-- The index over an entry, key and step serves for an entry alone, too; a second one was a twentieth of the results.
DROP INDEX IF EXISTS metric_of;
