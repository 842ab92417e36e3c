-- They fill hushmap_cells from every insert into hushmap_events. Where your events have another
-- table, change the columns after FROM, and nothing above it.
CREATE MATERIALIZED VIEW IF NOT EXISTS hushmap_places TO hushmap_cells AS
SELECT
    toDate(e.timestamp, 'UTC') AS day,
    cutFragment(e.url) AS url,
    e.type AS map,
    multiIf(e.viewport_width < 600, 'mobile', e.viewport_width < 1024, 'tablet', 'desktop') AS device,
    roundDown(e.viewport_width, [0, 360, 420, 480, 600, 768, 896, 1024, 1152, 1280, 1360, 1440, 1600, 1760, 1920, 2240, 2560]) AS width,
    toUInt8(e.noise) AS noise,
    toUInt8(e.internal) AS internal,
    toUInt8(e.fixed) AS fixed,
    toUInt32(floor(e.x * if(width = 0, 320, width) / e.viewport_width / 20)) AS x,
    toUInt32(floor(e.y / 20)) AS y,
    countState() AS clicks,
    uniqExactState(cityHash64(e.person_id)) AS people,
    toFloat64(0) AS seconds
FROM hushmap_events AS e
WHERE e.type IN ('click', 'rage', 'dead', 'move')
  AND e.viewport_width > 0
  AND e.x >= 0 AND e.x <= 16777216 AND e.y >= 0 AND e.y <= 16777216
GROUP BY day, url, map, device, width, noise, internal, fixed, x, y;

CREATE MATERIALIZED VIEW IF NOT EXISTS hushmap_scroll TO hushmap_cells AS
SELECT
    toDate(e.timestamp, 'UTC') AS day,
    cutFragment(e.url) AS url,
    'scroll' AS map,
    multiIf(e.viewport_width < 600, 'mobile', e.viewport_width < 1024, 'tablet', 'desktop') AS device,
    roundDown(e.viewport_width, [0, 360, 420, 480, 600, 768, 896, 1024, 1152, 1280, 1360, 1440, 1600, 1760, 1920, 2240, 2560]) AS width,
    toUInt8(e.noise) AS noise,
    toUInt8(e.internal) AS internal,
    toUInt8(0) AS fixed,
    toUInt32(0) AS x,
    toUInt32(least(floor(e.depth / 100), 1999)) AS y,
    countState() AS clicks,
    uniqExactState(cityHash64(e.person_id)) AS people,
    toFloat64(0) AS seconds,
    quantileTDigestState(0.5)(toFloat32(e.viewport_height)) AS screens
FROM hushmap_events AS e
WHERE e.type = 'scroll'
  AND e.viewport_width > 0
  AND e.depth >= 0 AND e.depth <= 16777216
GROUP BY day, url, map, device, width, noise, internal, fixed, x, y;

CREATE MATERIALIZED VIEW IF NOT EXISTS hushmap_attention TO hushmap_cells AS
SELECT
    toDate(e.timestamp, 'UTC') AS day,
    cutFragment(e.url) AS url,
    'attention' AS map,
    multiIf(e.viewport_width < 600, 'mobile', e.viewport_width < 1024, 'tablet', 'desktop') AS device,
    roundDown(e.viewport_width, [0, 360, 420, 480, 600, 768, 896, 1024, 1152, 1280, 1360, 1440, 1600, 1760, 1920, 2240, 2560]) AS width,
    toUInt8(e.noise) AS noise,
    toUInt8(e.internal) AS internal,
    toUInt8(0) AS fixed,
    toUInt32(0) AS x,
    arrayJoin(range(
        toUInt32(least(floor(e.y / 100), 1999)),
        toUInt32(least(ceil((e.y + e.viewport_height) / 100), 2000))
    )) AS y,
    countState() AS clicks,
    uniqExactState(cityHash64(e.person_id)) AS people,
    sum(toFloat64(e.seconds)) AS seconds
FROM hushmap_events AS e
WHERE e.type = 'attention'
  AND e.viewport_width > 0
  AND e.y >= 0 AND e.y <= 16777216
  AND e.seconds >= 0 AND e.seconds <= 3600
GROUP BY day, url, map, device, width, noise, internal, fixed, x, y;
