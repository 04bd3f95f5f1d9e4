using Microsoft.Extensions.Logging;

namespace DigitalTwin.Grains.Twins;

/// <summary>What twins say in the log.</summary>
internal static partial class TwinLog
{
    [LoggerMessage(1, LogLevel.Error, "The twin {Twin} could not keep an entry and forgets what it knew; the next call reads it anew.")]
    public static partial void CouldNotKeep(ILogger log, Exception error, string twin);

    [LoggerMessage(2, LogLevel.Warning, "The twin {Twin} took for new what its history knew already; the next call reads it anew.")]
    public static partial void KnewTooMuch(ILogger log, string twin);
}
