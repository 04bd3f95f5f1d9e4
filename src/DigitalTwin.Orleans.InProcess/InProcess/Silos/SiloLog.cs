using Microsoft.Extensions.Logging;
using Orleans.InProcess.Activations;
using Orleans.InProcess.Calls;

namespace Orleans.InProcess.Silos;

/// <summary>What a silo says in the log.</summary>
internal static partial class SiloLog
{
    [LoggerMessage(1, LogLevel.Error, "{Grain} could not be activated.")]
    public static partial void ActivationFailed(ILogger log, Exception error, Activation grain);

    [LoggerMessage(2, LogLevel.Error, "{Grain} did not end cleanly.")]
    public static partial void DeactivationFailed(ILogger log, Exception error, Activation grain);

    [LoggerMessage(3, LogLevel.Warning, "{Method} of {Grain} failed, and nobody waits for its answer.")]
    public static partial void OneWayFailed(ILogger log, Exception error, GrainMethod method, Activation grain);

    [LoggerMessage(4, LogLevel.Warning, "A timer of {Grain} failed; it goes on.")]
    public static partial void TimerFailed(ILogger log, Exception error, Activation grain);

    [LoggerMessage(5, LogLevel.Information, "The silo runs in this process alone ({Version}).")]
    public static partial void Started(ILogger log, string version);

    [LoggerMessage(6, LogLevel.Warning, "{Left} grains had not ended when the time to stop was over.")]
    public static partial void StoppedEarly(ILogger log, int left);

    [LoggerMessage(9, LogLevel.Error, "{Name} did not stop cleanly (stage {Stage}).")]
    public static partial void StopFailed(ILogger log, Exception error, string name, int stage);

    [LoggerMessage(8, LogLevel.Error, "Whether {Method} of {Grain} may interleave could not be decided; it waits for its turn.")]
    public static partial void PredicateFailed(ILogger log, Exception error, GrainMethod method, Activation grain);

    [LoggerMessage(7, LogLevel.Error, "Looking after the grains failed; it goes on.")]
    public static partial void CareFailed(ILogger log, Exception error);
}
