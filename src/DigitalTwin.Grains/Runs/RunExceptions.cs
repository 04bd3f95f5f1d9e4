namespace DigitalTwin.Grains.Runs;

/// <summary>An experiment cannot be carried out; the message says why, in a sentence for the user.</summary>
public sealed class ExperimentException : Exception
{
    /// <summary>An exception with its sentence.</summary>
    public ExperimentException(string message) : base(message)
    {
    }

    /// <summary>An exception.</summary>
    public ExperimentException()
    {
    }

    /// <summary>An exception with its sentence and its cause.</summary>
    public ExperimentException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}

/// <summary>A partition's memory is gone with its activation or its silo; its run can go on from a checkpoint.</summary>
internal sealed class PartitionLostException(string partition, Exception? cause) : Exception($"The partition {partition} was lost.", cause);
