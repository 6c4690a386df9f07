-- Where a file was that a setting of the run names, when the sweep planned it last: its text alone does not say.
CREATE TABLE file (
  sweep INTEGER NOT NULL,
  run INTEGER NOT NULL,
  setting TEXT NOT NULL,
  path TEXT NOT NULL,
  PRIMARY KEY (sweep, run, setting),
  FOREIGN KEY (sweep, run) REFERENCES member
) STRICT;
