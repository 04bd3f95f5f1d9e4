-- A sign of life is no change of who is in the cluster: the version stays.
UPDATE orleans_silo
SET i_am_alive_time = @IAmAliveTime
WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation;
