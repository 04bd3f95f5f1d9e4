-- The state of grains. The two hashes lead the key: comparing integers first keeps the look-up short, the rest makes it exact.
-- A grain that was cleared keeps its row without a payload, so that its version goes on counting.
-- Pages are left a third empty: a rewritten row finds room on its own page and the index stays as it is.
CREATE TABLE orleans_grain_state (
    grain_hash integer     NOT NULL,
    type_hash  integer     NOT NULL,
    key_high   bigint      NOT NULL,
    key_low    bigint      NOT NULL,
    key_text   text        NOT NULL,
    grain_type text        NOT NULL,
    service_id text        NOT NULL,
    version    integer     NOT NULL,
    payload    bytea,
    written_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (grain_hash, type_hash, key_high, key_low, key_text, grain_type, service_id)
) WITH (fillfactor = 66);

-- Payloads come as they are written; bytes that hardly shrink are not worth the attempt on every write.
ALTER TABLE orleans_grain_state ALTER COLUMN payload SET STORAGE EXTERNAL;
