using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.InProcess.State;

/// <summary>A store in memory. It keeps copies: what a grain changes after writing is not written.</summary>
internal sealed class MemoryStore : IGrainStorage
{
    private readonly ConcurrentDictionary<(GrainId, string), Record> records = new();
    private long writes;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        grainState.RecordExists = records.TryGetValue((grainId, stateName), out var record);
        grainState.ETag = record?.Etag;
        grainState.State = record is null ? default : DeepCopy.Of((T)record.Value!);
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var record = new Record(DeepCopy.Of(grainState.State), Interlocked.Increment(ref writes).ToString(CultureInfo.InvariantCulture));
        var key = (grainId, stateName);
        var written = grainState.ETag is null
            ? records.TryAdd(key, record)
            : records.TryGetValue(key, out var old) && old.Etag == grainState.ETag && records.TryUpdate(key, record, old);
        if (!written) throw Conflict(key, grainState.ETag);
        (grainState.ETag, grainState.RecordExists) = (record.Etag, true);
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = (grainId, stateName);
        if (records.TryGetValue(key, out var old) && (old.Etag != grainState.ETag || !records.TryRemove(new(key, old)))) throw Conflict(key, grainState.ETag);
        (grainState.ETag, grainState.RecordExists, grainState.State) = (null, false, default);
        return Task.CompletedTask;
    }

    private InconsistentStateException Conflict((GrainId Grain, string State) key, string? current)
    {
        var stored = records.TryGetValue(key, out var record) ? record.Etag : null;
        return new($"The state '{key.State}' of {key.Grain} is version {stored ?? "none"} in the store, but {current ?? "none"} was to be written over.", stored, current);
    }

    private sealed record Record(object? Value, string Etag);
}
