using System.Text.Json;
using DigitalTwin.Storage.Documents;
using Orleans.Storage;

namespace DigitalTwin.Grains.Hosting;

/// <summary>Keeps what grains persist as JSON documents of the store, one a state and grain, guarded by etags.</summary>
internal sealed class DocumentGrainStorage(IDocumentShelf documents) : IGrainStorage
{
    /// <summary>The name under which it is registered, beside the default one.</summary>
    public const string Name = "city";

    private static readonly JsonSerializerOptions Format = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var document = await documents.ReadAsync(Kind(stateName), grainId.ToString(), CancellationToken.None);
        (grainState.RecordExists, grainState.ETag) = (document is not null, document?.Etag);
        grainState.State = document is null ? Activator.CreateInstance<T>() : JsonSerializer.Deserialize<T>(document.Content, Format)!;
    }

    /// <inheritdoc/>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Guarded(async () =>
    {
        grainState.ETag = await documents.WriteAsync(Kind(stateName), grainId.ToString(), JsonSerializer.SerializeToUtf8Bytes(grainState.State, Format), grainState.ETag, CancellationToken.None);
        grainState.RecordExists = true;
    });

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Guarded(async () =>
    {
        if (grainState.ETag is not null) await documents.RemoveAsync(Kind(stateName), grainId.ToString(), grainState.ETag, CancellationToken.None);
        (grainState.State, grainState.ETag, grainState.RecordExists) = (Activator.CreateInstance<T>(), null, false);
    });

    private static string Kind(string stateName) => "grain/" + stateName;

    private static async Task Guarded(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (DocumentConflictException conflict)
        {
            throw new InconsistentStateException(conflict.Message, conflict.StoredEtag ?? "", conflict.GivenEtag ?? "", conflict);
        }
    }
}
