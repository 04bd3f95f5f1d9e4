-- One row for each silo; one row without a silo when there is none, for the version's sake.
SELECT deployment.version AS "Version", silo.address AS "Address", silo.port AS "Port", silo.generation AS "Generation",
       silo.silo_name AS "SiloName", silo.host_name AS "HostName", silo.status AS "Status", silo.proxy_port AS "ProxyPort",
       silo.suspect_times AS "SuspectTimes", silo.start_time AS "StartTime", silo.i_am_alive_time AS "IAmAliveTime"
FROM orleans_deployment AS deployment
LEFT JOIN orleans_silo AS silo USING (deployment_id)
WHERE deployment_id = @DeploymentId;
