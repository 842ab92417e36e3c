-- A user that can read alone, and only so much of it. Choose a password of your own.
-- readonly = 1: neither writes nor changed settings, whatever else it was granted.
CREATE SETTINGS PROFILE IF NOT EXISTS hushmap_reads SETTINGS
    readonly = 1,
    -- Seconds. The browser waits 25 for the first byte.
    max_execution_time = 20,
    -- A map holds a million cells at most.
    max_result_rows = 1100000,
    result_overflow_mode = 'throw',
    max_memory_usage = 8000000000,
    max_concurrent_queries_for_user = 8,
    -- Less to send: the browser unpacks gzip.
    enable_http_compression = 1;

CREATE USER IF NOT EXISTS hushmap_reader
    IDENTIFIED WITH sha256_password BY 'change-me'
    SETTINGS PROFILE 'hushmap_reads';

-- Tables of the database that these files were run in; name the same one in the workspace. Leave
-- out the line of a table that no source names. On a cluster 5-distributed.sql adds two more.
GRANT SELECT ON hushmap_events TO hushmap_reader;
GRANT SELECT ON hushmap_cells TO hushmap_reader;
