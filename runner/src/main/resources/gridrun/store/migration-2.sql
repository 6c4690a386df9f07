-- The epoch whose weights were kept is a fact of every completed run: the restored one, else the last.
INSERT OR IGNORE INTO metric (entry, key, step, time_ms, value)
  SELECT entry, 'kept_epoch', step, time_ms, value FROM metric WHERE key = 'restored_epoch';
INSERT OR IGNORE INTO metric (entry, key, step, time_ms, value)
  SELECT m.entry, 'kept_epoch', MAX(m.step), m.time_ms, MAX(m.step) FROM metric m JOIN entry e ON e.id = m.entry
  WHERE m.key = 'loss' AND e.kind = 'run' AND e.outcome = 'completed'
    AND NOT EXISTS (SELECT 1 FROM metric k WHERE k.entry = m.entry AND k.key = 'kept_epoch')
  GROUP BY m.entry;
-- What depends on the metric that a sweep ranks by is derived when it is asked for.
DELETE FROM metric WHERE key IN ('restored_epoch', 'best_epoch') OR key LIKE 'best.%' OR key LIKE 'final.%';
