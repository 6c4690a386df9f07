-- An entry is what becomes one run in MLflow: a run, or a sweep (the parent of its runs).
-- revision counts its changes; a delivery that has reached it owes nothing. metrics numbers them as they arrive.
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('run', 'sweep')),
  key TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'running', 'done')),
  outcome TEXT,
  error TEXT,
  start_ms INTEGER,
  end_ms INTEGER,
  revision INTEGER NOT NULL DEFAULT 1,
  metrics INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What many entries have in common, once: texts by name, as a JSON object.
CREATE TABLE shared (
  id INTEGER PRIMARY KEY,
  content TEXT NOT NULL UNIQUE
) STRICT;

-- version: what data and what engine it is of, beside its configuration and seed; NULL where that was not noted.
-- settings: its params but for the seeds and the fold. surroundings: facts that the command's other runs have, too.
CREATE TABLE run (
  entry INTEGER PRIMARY KEY REFERENCES entry,
  config_id TEXT NOT NULL,
  seed INTEGER NOT NULL,
  version TEXT,
  settings INTEGER REFERENCES shared,
  surroundings INTEGER REFERENCES shared
) STRICT;

-- file: the experiment file as it was typed; directory: where it was.
CREATE TABLE sweep (
  entry INTEGER PRIMARY KEY REFERENCES entry,
  experiment TEXT NOT NULL,
  parent INTEGER NOT NULL,
  description TEXT NOT NULL,
  metric TEXT NOT NULL,
  goal TEXT NOT NULL,
  file TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  planned_ms INTEGER NOT NULL,
  directory TEXT
) STRICT;

CREATE TABLE axis (
  sweep INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (sweep, position)
) STRICT, WITHOUT ROWID;

-- planned_ms: when the sweep planned the run last; what its newest plan leaves out has an earlier time.
CREATE TABLE member (
  sweep INTEGER NOT NULL REFERENCES entry,
  run INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  planned_ms INTEGER,
  PRIMARY KEY (sweep, run)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_of ON member (run);

CREATE TABLE swept (
  sweep INTEGER NOT NULL,
  run INTEGER NOT NULL,
  position INTEGER NOT NULL,
  axis TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (sweep, run, position),
  FOREIGN KEY (sweep, run) REFERENCES member
) STRICT, WITHOUT ROWID;

-- Where a file was that a setting of the run names, when the sweep planned it last: its text alone does not say.
CREATE TABLE file (
  sweep INTEGER NOT NULL,
  run INTEGER NOT NULL,
  setting TEXT NOT NULL,
  path TEXT NOT NULL,
  PRIMARY KEY (sweep, run, setting),
  FOREIGN KEY (sweep, run) REFERENCES member
) STRICT, WITHOUT ROWID;

CREATE TABLE param (
  entry INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (entry, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
  entry INTEGER NOT NULL REFERENCES entry,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (entry, key)
) STRICT, WITHOUT ROWID;

-- How the entry came about, in the store's own names; tags are the user's.
CREATE TABLE fact (
  entry INTEGER NOT NULL REFERENCES entry,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (entry, key)
) STRICT, WITHOUT ROWID;

-- description: where it is from, its columns and its counts.
CREATE TABLE dataset (
  entry INTEGER NOT NULL REFERENCES entry,
  name TEXT NOT NULL,
  digest TEXT NOT NULL,
  context TEXT NOT NULL,
  description INTEGER NOT NULL REFERENCES shared,
  PRIMARY KEY (entry, context, name, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE artifact (
  entry INTEGER NOT NULL REFERENCES entry,
  path TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (entry, path)
) STRICT, WITHOUT ROWID;

-- A value of NULL is NaN: SQLite has none of its own. seq is the order in which the entry's values arrived.
CREATE TABLE metric (
  entry INTEGER NOT NULL REFERENCES entry,
  key TEXT NOT NULL,
  step INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  time_ms INTEGER NOT NULL,
  value REAL,
  PRIMARY KEY (entry, key, step)
) STRICT, WITHOUT ROWID;

-- Where things are delivered, and how far the server there has acknowledged them.
-- creating: the key of the run that is being created there, to be looked for if that is cut off.
CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  server TEXT NOT NULL,
  experiment TEXT NOT NULL,
  experiment_id TEXT,
  creating TEXT,
  UNIQUE (server, experiment)
) STRICT;

-- adopted: the MLflow run stood there already, perhaps with rows of another store.
CREATE TABLE delivery (
  target INTEGER NOT NULL REFERENCES target,
  entry INTEGER NOT NULL REFERENCES entry,
  run_id TEXT NOT NULL,
  adopted INTEGER NOT NULL,
  metric_seq INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (target, entry)
) STRICT;

CREATE TABLE delivered (
  target INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  PRIMARY KEY (target, entry, kind, key),
  FOREIGN KEY (target, entry) REFERENCES delivery ON DELETE CASCADE
) STRICT;

-- What a server refuses for good; the next publisher tries again.
CREATE TABLE quarantine (
  target INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (target, entry, kind, key),
  FOREIGN KEY (target, entry) REFERENCES delivery ON DELETE CASCADE
) STRICT;

-- The SHA-256 over what a run that has ended recorded: damage that the database does not notice.
CREATE TABLE seal (
  entry INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL
) STRICT;
