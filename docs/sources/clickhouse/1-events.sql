-- Raw events. Skip this file where you have a table of your own: name its columns in the workspace.
CREATE TABLE IF NOT EXISTS hushmap_events
(
    timestamp       DateTime64(3, 'UTC'),
    url             String,
    -- click, rage, dead, move, scroll, attention
    type            LowCardinality(String),
    -- CSS px of the page; of the viewport where fixed. scroll, attention: see below.
    x               Float32,
    y               Float32,
    fixed           Bool DEFAULT false,
    viewport_width  UInt16,
    viewport_height UInt16 DEFAULT 0,
    -- Any id that is the same for one person. It never leaves the engine.
    person_id       String,
    -- scroll: the deepest px of the page that was in view.
    depth           Float32 DEFAULT 0,
    -- attention: how long the part of the page from y down was in view.
    seconds         Float32 DEFAULT 0,
    -- Double taps, clicks on background, bots.
    noise           Bool DEFAULT false,
    -- Your own people.
    internal        Bool DEFAULT false
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(timestamp)
ORDER BY (url, type, timestamp)
TTL toDateTime(timestamp) + INTERVAL 90 DAY;
