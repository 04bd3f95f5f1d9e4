-- True when the silo was new and the deployment still had the version that the silo has seen; both change together or neither.
WITH counted AS (
    UPDATE orleans_deployment AS deployment
    SET version = version + 1, changed_at = now()
    WHERE deployment_id = @DeploymentId AND version = @Version
      AND NOT EXISTS (
        SELECT FROM orleans_silo AS silo
        WHERE silo.deployment_id = deployment.deployment_id
          AND silo.address = @Address AND silo.port = @Port AND silo.generation = @Generation)
    RETURNING deployment_id),
joined AS (
    INSERT INTO orleans_silo (deployment_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, i_am_alive_time)
    SELECT deployment_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM counted
    RETURNING 1)
SELECT EXISTS (SELECT FROM joined);
