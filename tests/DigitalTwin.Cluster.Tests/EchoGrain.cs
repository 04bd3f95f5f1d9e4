namespace DigitalTwin.Cluster.Tests;

/// <summary>Gives back what it is given, so that a message travels there and back.</summary>
[Alias("DigitalTwin.Cluster.Tests.IEchoGrain")]
public interface IEchoGrain : IGrainWithStringKey
{
    /// <summary>The message as it arrived.</summary>
    [Alias("Echo")]
    Task<object> EchoAsync(object message);

    /// <summary>Throws the exception as it arrived.</summary>
    [Alias("Throw")]
    Task ThrowAsync(Exception exception);
}

/// <inheritdoc cref="IEchoGrain"/>
public sealed class EchoGrain : Grain, IEchoGrain
{
    /// <inheritdoc/>
    public Task<object> EchoAsync(object message) => Task.FromResult(message);

    /// <inheritdoc/>
    public Task ThrowAsync(Exception exception) => Task.FromException(exception);
}
