using DigitalTwin.Storage.Journal;

namespace DigitalTwin.Storage;

/// <summary>Who did what, in order, append-only; each record's hash covers the record before it, so that a record that was changed or taken away is noticed.</summary>
public interface IAuditTrail
{
    /// <summary>Notes something; durable when it returns.</summary>
    Task AppendAsync(AuditNote note, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Records from a number on, in order.</summary>
    IAsyncEnumerable<AuditRecord> ReadAsync(long from, CancellationToken cancellation);

    /// <summary>Recomputes the chain.</summary>
    /// <returns>Null when it is whole, otherwise a sentence that names the first record that is not as it was written.</returns>
    Task<string?> VerifyAsync(CancellationToken cancellation);
}

/// <summary>A record of the audit trail.</summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="At">When.</param>
/// <param name="Note">What was done.</param>
/// <param name="Hash">SHA-256 over the hash before it and all of the above, lower-case hexadecimal.</param>
public sealed record AuditRecord(long Number, DateTimeOffset At, AuditNote Note, string Hash);
