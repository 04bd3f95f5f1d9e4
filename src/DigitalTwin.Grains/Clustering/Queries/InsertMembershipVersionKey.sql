-- True when the deployment was not known before.
WITH founded AS (
    INSERT INTO orleans_deployment (deployment_id) VALUES (@DeploymentId)
    ON CONFLICT DO NOTHING
    RETURNING 1)
SELECT EXISTS (SELECT FROM founded);
