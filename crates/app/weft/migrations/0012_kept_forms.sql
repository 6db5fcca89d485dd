-- What was typed into a form when the sign-in had ended, for an hour: sealed with a key that the browser's cookie alone
-- has, and shown to the same person only.
CREATE TABLE kept_form (
  id TEXT PRIMARY KEY,
  key_hash TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  sealed TEXT NOT NULL,
  kept_at BIGINT NOT NULL
);
CREATE INDEX kept_form_key ON kept_form (key_hash);
CREATE INDEX kept_form_person ON kept_form (person_id, kept_at);
