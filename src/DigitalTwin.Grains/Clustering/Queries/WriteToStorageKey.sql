-- The new version, or no row at all when the grain has not seen the newest one: somebody else has written.
WITH rewritten AS (
    UPDATE orleans_grain_state
    SET payload = @PayloadBinary, version = version + 1, written_at = now()
    WHERE grain_hash = @GrainIdHash AND type_hash = @GrainTypeHash
      AND key_high = @GrainIdN0 AND key_low = @GrainIdN1 AND key_text = coalesce(CAST(@GrainIdExtensionString AS text), '')
      AND grain_type = @GrainTypeString AND service_id = @ServiceId
      AND version = CAST(@GrainStateVersion AS integer)
    RETURNING version),
created AS (
    INSERT INTO orleans_grain_state (grain_hash, type_hash, key_high, key_low, key_text, grain_type, service_id, version, payload)
    SELECT @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, coalesce(CAST(@GrainIdExtensionString AS text), ''), @GrainTypeString, @ServiceId, 1, @PayloadBinary
    WHERE CAST(@GrainStateVersion AS integer) IS NULL
    ON CONFLICT DO NOTHING
    RETURNING version)
SELECT version AS "NewGrainStateVersion" FROM rewritten
UNION ALL
SELECT version FROM created;
