namespace DigitalTwin.Storage.Documents;

/// <summary>Small documents under a kind and a key, each with an etag against lost updates; and contents of any size, found again by their hash.</summary>
public interface IDocumentShelf
{
    /// <summary>A document, or null.</summary>
    Task<Document?> ReadAsync(string kind, string key, CancellationToken cancellation);

    /// <summary>Writes a document when it still has the etag that the writer has seen (null: when there is none yet).</summary>
    /// <returns>The new etag.</returns>
    /// <exception cref="DocumentConflictException">Somebody else has written in between.</exception>
    Task<string> WriteAsync(string kind, string key, ReadOnlyMemory<byte> content, string? etag, CancellationToken cancellation);

    /// <summary>Removes a document under the same condition.</summary>
    /// <exception cref="DocumentConflictException">Somebody else has written in between.</exception>
    Task RemoveAsync(string kind, string key, string? etag, CancellationToken cancellation);

    /// <summary>All documents of a kind, by key.</summary>
    IAsyncEnumerable<Document> ListAsync(string kind, CancellationToken cancellation);

    /// <summary>Keeps a content.</summary>
    /// <returns>Its SHA-256, lower-case hexadecimal.</returns>
    Task<string> KeepAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <summary>A content by its hash, or null.</summary>
    Task<byte[]?> ContentAsync(string hash, CancellationToken cancellation);

    /// <summary>Forgets a content; nothing happens when it is not there.</summary>
    Task ForgetAsync(string hash, CancellationToken cancellation);
}

/// <summary>A document.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Content">What is in it.</param>
/// <param name="Etag">Changes with every writing.</param>
public sealed record Document(string Key, byte[] Content, string Etag);

/// <summary>A document was not as its writer had seen it.</summary>
public sealed class DocumentConflictException : Exception
{
    /// <summary>A conflict over a document.</summary>
    public DocumentConflictException(string message, string? storedEtag, string? givenEtag) : base(message) => (StoredEtag, GivenEtag) = (storedEtag, givenEtag);

    /// <summary>A conflict.</summary>
    public DocumentConflictException()
    {
    }

    /// <summary>A conflict with its sentence.</summary>
    public DocumentConflictException(string message) : base(message)
    {
    }

    /// <summary>A conflict with its sentence and its cause.</summary>
    public DocumentConflictException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>The etag that is stored, or null for none.</summary>
    public string? StoredEtag { get; }

    /// <summary>The etag that the writer gave.</summary>
    public string? GivenEtag { get; }
}
