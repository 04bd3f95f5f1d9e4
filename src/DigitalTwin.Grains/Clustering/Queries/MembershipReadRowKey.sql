-- The version with one silo, or the version alone.
SELECT deployment.version AS "Version", silo.address AS "Address", silo.port AS "Port", silo.generation AS "Generation",
       silo.silo_name AS "SiloName", silo.host_name AS "HostName", silo.status AS "Status", silo.proxy_port AS "ProxyPort",
       silo.suspect_times AS "SuspectTimes", silo.start_time AS "StartTime", silo.i_am_alive_time AS "IAmAliveTime"
FROM orleans_deployment AS deployment
LEFT JOIN orleans_silo AS silo
    ON silo.deployment_id = deployment.deployment_id
   AND silo.address = @Address AND silo.port = @Port AND silo.generation = @Generation
WHERE deployment.deployment_id = @DeploymentId;
