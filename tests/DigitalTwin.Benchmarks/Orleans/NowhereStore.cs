using Orleans.Storage;

namespace DigitalTwin.Benchmarks.Orleans;

/// <summary>A store that keeps nothing, so that only the grains' memory is measured.</summary>
public sealed class NowhereStore : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.CompletedTask;

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.CompletedTask;

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.CompletedTask;
}
