-- A seal is over params, tags, facts and files, too. Filled after the migration.
DELETE FROM seal;
