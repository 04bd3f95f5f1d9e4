namespace DigitalTwin.Grains.Contracts.Worlds;

/// <summary>What was asked of a world is impossible; the message says why, in a sentence for the user.</summary>
[GenerateSerializer, Alias("dt.world-exception")]
public sealed class WorldException : Exception
{
    /// <summary>An exception with its sentence.</summary>
    public WorldException(string message) : base(message)
    {
    }

    /// <summary>An exception.</summary>
    public WorldException()
    {
    }

    /// <summary>An exception with its sentence and its cause.</summary>
    public WorldException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
