-- 6 is the status of a silo that was declared dead.
DELETE FROM orleans_silo
WHERE deployment_id = @DeploymentId AND status = 6 AND i_am_alive_time < @IAmAliveTime;
