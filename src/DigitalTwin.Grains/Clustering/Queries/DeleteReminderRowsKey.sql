DELETE FROM orleans_reminder WHERE service_id = @ServiceId;
