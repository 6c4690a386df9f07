-- The SHA-256 over what a run that has ended recorded: damage that the database does not notice. Filled after the migration.
CREATE TABLE seal (
  entry INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL
) STRICT;
