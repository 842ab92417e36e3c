-- Aggregates by day, page, map, device, step of width and place. They outlive the raw events, and
-- a map is read from them with less work.
--
-- x and y count squares of 20 px at the width of the step (320 in the first); scroll and attention:
-- y counts bands of 100 px. Squares of 40, 80 and 160 px need no rows of their own: the sets of
-- people add up, so the engine makes them when it is asked.
CREATE TABLE IF NOT EXISTS hushmap_cells
(
    day      Date,
    url      String,
    map      LowCardinality(String),
    device   LowCardinality(String),
    width    UInt16,
    noise    UInt8,
    internal UInt8,
    fixed    UInt8,
    x        UInt32,
    y        UInt32,
    clicks   AggregateFunction(count),
    -- Eight bytes a person: a digest of the id.
    people   AggregateFunction(uniqExact, UInt64),
    seconds  SimpleAggregateFunction(sum, Float64),
    screens  AggregateFunction(quantileTDigest(0.5), Float32)
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (url, map, day, device, width, noise, internal, fixed, y, x)
TTL day + INTERVAL 400 DAY;
