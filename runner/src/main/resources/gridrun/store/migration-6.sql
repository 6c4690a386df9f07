-- What is known of how an entry came about, in the store's own names; tags are the user's.
CREATE TABLE fact (
  entry INTEGER NOT NULL REFERENCES entry,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (entry, key)
) STRICT;
INSERT INTO fact (entry, key, value)
  SELECT entry, SUBSTR(key, LENGTH('gridrun.') + 1), value FROM tag
  WHERE key LIKE 'gridrun.%' AND key <> 'gridrun.commit';
INSERT INTO fact (entry, key, value)
  SELECT entry, CASE key WHEN 'mlflow.source.git.commit' THEN 'git.commit' WHEN 'mlflow.source.git.branch' THEN 'git.branch'
    WHEN 'mlflow.source.git.dirty' THEN 'git.dirty' ELSE 'git.repository' END, value FROM tag
  WHERE key IN ('mlflow.source.git.commit', 'mlflow.source.git.branch', 'mlflow.source.git.dirty',
    'mlflow.source.git.repoURL');
DELETE FROM tag WHERE key LIKE 'gridrun.%' OR key LIKE 'mlflow.%';
