-- For a cluster: events are spread by person, so that one person's sets lie on one shard. Run the
-- other files on every shard first (add ON CLUSTER your_cluster), then this one, and name
-- hushmap_events_all or hushmap_cells_all in the workspace. Replace your_cluster by the name in
-- system.clusters.
CREATE TABLE IF NOT EXISTS hushmap_events_all AS hushmap_events
ENGINE = Distributed('your_cluster', currentDatabase(), 'hushmap_events', cityHash64(person_id));

CREATE TABLE IF NOT EXISTS hushmap_cells_all AS hushmap_cells
ENGINE = Distributed('your_cluster', currentDatabase(), 'hushmap_cells');

-- Beside the rights of 4-user.sql, not in place of them: the shards read their own tables.
GRANT SELECT ON hushmap_events_all TO hushmap_reader;
GRANT SELECT ON hushmap_cells_all TO hushmap_reader;
