-- Records word for word, for cases that shall stand without their evidence; and how the times of a source were read.

CREATE TABLE raw_frame (
    first_event INTEGER PRIMARY KEY,                    -- number of the first event whose record is in it; the others follow without a gap
    events      INTEGER NOT NULL CHECK (events > 0),
    size        INTEGER NOT NULL,                       -- bytes when unpacked
    sha256      TEXT NOT NULL,                          -- of the unpacked bytes
    places      BLOB NOT NULL,                          -- where the record of each event lies in them (docs/formats/case-file.md)
    content     BLOB NOT NULL                           -- the records one after the other, as one zstd frame
) STRICT;

ALTER TABLE source ADD COLUMN embedded INTEGER NOT NULL DEFAULT 0; -- how many of its records are in raw_frame
ALTER TABLE source ADD COLUMN zoneless INTEGER;                    -- how many of its times named no zone; NULL: it is not known
