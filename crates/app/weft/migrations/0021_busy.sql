-- The calendar that someone keeps elsewhere: an address that is a secret, sealed, and what came of reading it.
CREATE TABLE busy_calendar (
  person_id TEXT PRIMARY KEY REFERENCES person (id),
  -- Another one with each address, which is sealed for it.
  id TEXT NOT NULL,
  address TEXT NOT NULL,
  -- What is shown of the address: its host and its last four characters.
  host TEXT NOT NULL,
  ending TEXT NOT NULL,
  -- The zone in which days were last read.
  zone TEXT NOT NULL,
  set_at BIGINT NOT NULL,
  tried_at BIGINT NOT NULL,
  -- When it was last read well, and when last in full: in between it was the same.
  read_at BIGINT NOT NULL,
  whole_at BIGINT NOT NULL,
  etag TEXT,
  -- Why it could not be read since, and how often.
  fault TEXT CHECK (fault IN (
    'no-address', 'not-secure', 'not-open', 'no-answer', 'refused', 'gone', 'status', 'large', 'slow', 'no-calendar',
    'too-many', 'unreadable', 'lost'
  )),
  tries BIGINT NOT NULL,
  entries BIGINT NOT NULL,
  unread BIGINT NOT NULL,
  next_at BIGINT NOT NULL
);
CREATE INDEX busy_calendar_next ON busy_calendar (next_at);
-- When they are busy, and nothing about why.
CREATE TABLE busy_time (
  person_id TEXT NOT NULL REFERENCES person (id),
  starts_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  PRIMARY KEY (person_id, starts_at)
);
