-- True when the silo is there and the deployment still had the version that the asking silo has seen; both change together or neither.
WITH counted AS (
    UPDATE orleans_deployment AS deployment
    SET version = version + 1, changed_at = now()
    WHERE deployment_id = @DeploymentId AND version = @Version
      AND EXISTS (
        SELECT FROM orleans_silo AS silo
        WHERE silo.deployment_id = deployment.deployment_id
          AND silo.address = @Address AND silo.port = @Port AND silo.generation = @Generation)
    RETURNING deployment_id),
changed AS (
    UPDATE orleans_silo AS silo
    SET status = @Status, suspect_times = @SuspectTimes, i_am_alive_time = @IAmAliveTime
    FROM counted
    WHERE silo.deployment_id = counted.deployment_id
      AND silo.address = @Address AND silo.port = @Port AND silo.generation = @Generation
    RETURNING 1)
SELECT EXISTS (SELECT FROM changed);
