-- Tables without a number for each row: an index over the key held it a second time.
-- What many runs have in common is written once.
CREATE TABLE shared (
  id INTEGER PRIMARY KEY,
  content TEXT NOT NULL UNIQUE
) STRICT;
ALTER TABLE entry ADD COLUMN metrics INTEGER NOT NULL DEFAULT 0;
UPDATE entry SET metrics = (SELECT COALESCE(MAX(seq), 0) FROM metric WHERE metric.entry = entry.id);
ALTER TABLE run ADD COLUMN settings INTEGER REFERENCES shared;
ALTER TABLE run ADD COLUMN surroundings INTEGER REFERENCES shared;
CREATE TABLE new_axis (
  sweep INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (sweep, position)
) STRICT, WITHOUT ROWID;
INSERT INTO new_axis (sweep, position, name) SELECT sweep, position, name FROM axis;
DROP TABLE axis;
ALTER TABLE new_axis RENAME TO axis;
CREATE TABLE new_member (
  sweep INTEGER NOT NULL REFERENCES entry,
  run INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  planned_ms INTEGER,
  PRIMARY KEY (sweep, run)
) STRICT, WITHOUT ROWID;
INSERT INTO new_member (sweep, run, position, name, planned_ms)
  SELECT sweep, run, position, name, planned_ms FROM member;
DROP TABLE member;
ALTER TABLE new_member RENAME TO member;
CREATE TABLE new_swept (
  sweep INTEGER NOT NULL,
  run INTEGER NOT NULL,
  position INTEGER NOT NULL,
  axis TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (sweep, run, position),
  FOREIGN KEY (sweep, run) REFERENCES member
) STRICT, WITHOUT ROWID;
INSERT INTO new_swept (sweep, run, position, axis, value) SELECT sweep, run, position, axis, value FROM swept;
DROP TABLE swept;
ALTER TABLE new_swept RENAME TO swept;
CREATE TABLE new_file (
  sweep INTEGER NOT NULL,
  run INTEGER NOT NULL,
  setting TEXT NOT NULL,
  path TEXT NOT NULL,
  PRIMARY KEY (sweep, run, setting),
  FOREIGN KEY (sweep, run) REFERENCES member
) STRICT, WITHOUT ROWID;
INSERT INTO new_file (sweep, run, setting, path) SELECT sweep, run, setting, path FROM file;
DROP TABLE file;
ALTER TABLE new_file RENAME TO file;
CREATE TABLE new_param (
  entry INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (entry, key)
) STRICT, WITHOUT ROWID;
INSERT INTO new_param (entry, position, key, value) SELECT entry, position, key, value FROM param;
DROP TABLE param;
ALTER TABLE new_param RENAME TO param;
CREATE TABLE new_tag (
  entry INTEGER NOT NULL REFERENCES entry,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (entry, key)
) STRICT, WITHOUT ROWID;
INSERT INTO new_tag (entry, key, value) SELECT entry, key, value FROM tag;
DROP TABLE tag;
ALTER TABLE new_tag RENAME TO tag;
CREATE TABLE new_fact (
  entry INTEGER NOT NULL REFERENCES entry,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (entry, key)
) STRICT, WITHOUT ROWID;
INSERT INTO new_fact (entry, key, value) SELECT entry, key, value FROM fact;
DROP TABLE fact;
ALTER TABLE new_fact RENAME TO fact;
CREATE TABLE new_artifact (
  entry INTEGER NOT NULL REFERENCES entry,
  path TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (entry, path)
) STRICT, WITHOUT ROWID;
INSERT INTO new_artifact (entry, path, size, sha256) SELECT entry, path, size, sha256 FROM artifact;
DROP TABLE artifact;
ALTER TABLE new_artifact RENAME TO artifact;
CREATE INDEX member_of ON member (run);
INSERT OR IGNORE INTO shared (content)
  SELECT json_object('source_type', source_type, 'source', source, 'schema', schema, 'profile', profile) FROM dataset;
CREATE TABLE new_dataset (
  entry INTEGER NOT NULL REFERENCES entry,
  name TEXT NOT NULL,
  digest TEXT NOT NULL,
  context TEXT NOT NULL,
  description INTEGER NOT NULL REFERENCES shared,
  PRIMARY KEY (entry, context, name, digest)
) STRICT, WITHOUT ROWID;
INSERT INTO new_dataset SELECT entry, name, digest, context, (SELECT id FROM shared WHERE content =
  json_object('source_type', source_type, 'source', source, 'schema', schema, 'profile', profile)) FROM dataset;
DROP TABLE dataset;
ALTER TABLE new_dataset RENAME TO dataset;
CREATE TABLE new_metric (
  entry INTEGER NOT NULL REFERENCES entry,
  key TEXT NOT NULL,
  step INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  time_ms INTEGER NOT NULL,
  value REAL,
  PRIMARY KEY (entry, key, step)
) STRICT, WITHOUT ROWID;
INSERT INTO new_metric SELECT entry, key, step, seq, time_ms, value FROM metric;
DROP TABLE metric;
ALTER TABLE new_metric RENAME TO metric;
