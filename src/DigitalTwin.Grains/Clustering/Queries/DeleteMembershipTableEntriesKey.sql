-- The silos go with their deployment.
DELETE FROM orleans_deployment WHERE deployment_id = @DeploymentId;
