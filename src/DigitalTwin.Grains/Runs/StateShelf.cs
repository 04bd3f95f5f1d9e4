using System.Text;
using System.Text.Json;
using DigitalTwin.Storage.Documents;

namespace DigitalTwin.Grains.Runs;

/// <summary>What a document says of a state: its note, and the hashes of the contents that it is cut into.</summary>
/// <param name="Note">A word about it: a result hash.</param>
/// <param name="Pieces">Hashes, in order.</param>
internal sealed record KeptState(string Note, string[] Pieces);

/// <summary>
/// States of any size in the store: contents of some megabytes each, and a document that names them, written last, so that a state is there whole or not at all. Each piece begins
/// with the key of its state, so that no two states share one and forgetting one leaves the others whole.
/// </summary>
/// <param name="documents">The store.</param>
/// <param name="kind">Kind of the documents.</param>
internal sealed class StateShelf(IDocumentShelf documents, string kind)
{
    private const int PieceLength = 8 << 20, MostAttempts = 5;

    /// <summary>What is kept under a key, or null.</summary>
    public async Task<KeptState?> FindAsync(string key, CancellationToken cancellation) =>
        await documents.ReadAsync(kind, key, cancellation).ConfigureAwait(false) is { } document ? Of(document.Content) : null;

    /// <summary>Everything under keys that begin with a prefix.</summary>
    public async Task<List<(string Key, KeptState State)>> ListAsync(string prefix, CancellationToken cancellation)
    {
        var found = new List<(string, KeptState)>();
        await foreach (var document in documents.ListAsync(kind, cancellation).ConfigureAwait(false))
            if (document.Key.StartsWith(prefix, StringComparison.Ordinal)) found.Add((document.Key, Of(document.Content)));
        return found;
    }

    /// <summary>Keeps a state in the place of the one before.</summary>
    public async Task<KeptState> SaveAsync(string key, byte[] state, string note, CancellationToken cancellation)
    {
        var header = Header(key);
        var pieces = new List<string>();
        for (var at = 0; at < state.Length; at += PieceLength)
            pieces.Add(await documents.KeepAsync((byte[])[.. header, .. state.AsSpan(at, Math.Min(PieceLength, state.Length - at))], cancellation).ConfigureAwait(false));
        var kept = new KeptState(note, [.. pieces]);
        var content = JsonSerializer.SerializeToUtf8Bytes(kept, RunJson.Default.KeptState);
        var before = await ReplaceAsync(key, etag => documents.WriteAsync(kind, key, content, etag, cancellation), cancellation).ConfigureAwait(false);
        foreach (var piece in before?.Pieces.Except(kept.Pieces) ?? []) await documents.ForgetAsync(piece, cancellation).ConfigureAwait(false);
        return kept;
    }

    /// <summary>Forgets a state.</summary>
    public async Task RemoveAsync(string key, CancellationToken cancellation)
    {
        var before = await ReplaceAsync(key, etag => etag is null ? Task.CompletedTask : documents.RemoveAsync(kind, key, etag, cancellation), cancellation).ConfigureAwait(false);
        foreach (var piece in before?.Pieces ?? []) await documents.ForgetAsync(piece, cancellation).ConfigureAwait(false);
    }

    /// <summary>The bytes of a state, or null when a piece is gone.</summary>
    public static async Task<byte[]?> ReadAsync(IDocumentShelf documents, string key, IReadOnlyList<string> pieces, CancellationToken cancellation)
    {
        var header = Header(key).Length;
        var state = new MemoryStream();
        foreach (var piece in pieces)
        {
            if (await documents.ContentAsync(piece, cancellation).ConfigureAwait(false) is not { } bytes) return null;
            state.Write(bytes.AsSpan(header));
        }
        return state.ToArray();
    }

    /// <summary>Writes or removes a document, whoever wrote in between: two who carry one stretch out write states of the same trajectory.</summary>
    /// <returns>What it said before.</returns>
    private async Task<KeptState?> ReplaceAsync(string key, Func<string?, Task> replace, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = await documents.ReadAsync(kind, key, cancellation).ConfigureAwait(false);
            try
            {
                await replace(before?.Etag).ConfigureAwait(false);
                return before is null ? null : Of(before.Content);
            }
            catch (DocumentConflictException) when (attempt < MostAttempts)
            {
                // Read again what the other one wrote.
            }
        }
    }

    private static byte[] Header(string key) => Encoding.UTF8.GetBytes(key + "\n");

    private static KeptState Of(byte[] content) => JsonSerializer.Deserialize(content, RunJson.Default.KeptState) ?? throw new InvalidDataException("A document of a kept state is empty.");
}
