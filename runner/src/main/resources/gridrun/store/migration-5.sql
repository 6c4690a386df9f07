-- What MLflow shows of every entry has changed: names, figures, tags. All is owed once more.
UPDATE delivery SET revision = 0;
