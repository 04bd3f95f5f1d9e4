-- Removes a state with its row; the answer is the version that it would have had next, or no row when the grain has not seen the newest.
DELETE FROM orleans_grain_state
WHERE grain_hash = @GrainIdHash AND type_hash = @GrainTypeHash
  AND key_high = @GrainIdN0 AND key_low = @GrainIdN1 AND key_text = coalesce(CAST(@GrainIdExtensionString AS text), '')
  AND grain_type = @GrainTypeString AND service_id = @ServiceId
  AND version = CAST(@GrainStateVersion AS integer)
RETURNING version + 1 AS "NewGrainStateVersion";
