-- Empties a state and keeps its row; no row comes back when the grain has not seen the newest version.
UPDATE orleans_grain_state
SET payload = NULL, version = version + 1, written_at = now()
WHERE grain_hash = @GrainIdHash AND type_hash = @GrainTypeHash
  AND key_high = @GrainIdN0 AND key_low = @GrainIdN1 AND key_text = coalesce(CAST(@GrainIdExtensionString AS text), '')
  AND grain_type = @GrainTypeString AND service_id = @ServiceId
  AND version = CAST(@GrainStateVersion AS integer)
RETURNING version AS "NewGrainStateVersion";
