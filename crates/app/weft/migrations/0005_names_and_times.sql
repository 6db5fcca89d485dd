-- Where a name stands in lists and what searches look in; `weft_people::names` fills and keeps both.
ALTER TABLE person ADD COLUMN sort_key TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
-- The same of an application's number and organization.
ALTER TABLE application ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
