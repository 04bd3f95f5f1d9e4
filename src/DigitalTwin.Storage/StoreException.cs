namespace DigitalTwin.Storage;

/// <summary>The store cannot be opened, read or written; the message says why, in a sentence for the user. What was to be written is not there.</summary>
public sealed class StoreException : IOException
{
    /// <summary>An exception with its sentence.</summary>
    public StoreException(string message) : base(message)
    {
    }

    /// <summary>An exception.</summary>
    public StoreException()
    {
    }

    /// <summary>An exception with its sentence and its cause.</summary>
    public StoreException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
