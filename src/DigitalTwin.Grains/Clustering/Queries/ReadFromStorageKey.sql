-- A cleared state comes with its version and without a payload.
SELECT payload AS "PayloadBinary", version AS "Version"
FROM orleans_grain_state
WHERE grain_hash = @GrainIdHash AND type_hash = @GrainTypeHash
  AND key_high = @GrainIdN0 AND key_low = @GrainIdN1 AND key_text = coalesce(CAST(@GrainIdExtensionString AS text), '')
  AND grain_type = @GrainTypeString AND service_id = @ServiceId;
