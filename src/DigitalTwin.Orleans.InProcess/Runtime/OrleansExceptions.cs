namespace Orleans.Runtime;

/// <summary>The base of Orleans' own errors.</summary>
public class OrleansException : Exception
{
    /// <summary>An error.</summary>
    public OrleansException() { }

    /// <summary>An error in words.</summary>
    public OrleansException(string message) : base(message) { }

    /// <summary>An error in words with its cause.</summary>
    public OrleansException(string message, Exception? innerException) : base(message, innerException) { }
}

/// <summary>The silo does not run (any more).</summary>
public class SiloUnavailableException : OrleansException
{
    /// <summary>An error.</summary>
    public SiloUnavailableException() { }

    /// <summary>An error in words.</summary>
    public SiloUnavailableException(string message) : base(message) { }

    /// <summary>An error in words with its cause.</summary>
    public SiloUnavailableException(string message, Exception? innerException) : base(message, innerException) { }
}

/// <summary>The object behind a reference to an observer is gone.</summary>
public class ClientNotAvailableException : OrleansException
{
    /// <summary>An error.</summary>
    public ClientNotAvailableException() { }

    /// <summary>An error in words.</summary>
    public ClientNotAvailableException(string message) : base(message) { }

    /// <summary>An error in words with its cause.</summary>
    public ClientNotAvailableException(string message, Exception? innerException) : base(message, innerException) { }
}

/// <summary>An enumeration cannot go on: the grain ended, or it was left alone for too long.</summary>
public sealed class EnumerationAbortedException : Exception
{
    /// <summary>An error.</summary>
    public EnumerationAbortedException() { }

    /// <summary>An error in words.</summary>
    public EnumerationAbortedException(string message) : base(message) { }

    /// <summary>An error in words with its cause.</summary>
    public EnumerationAbortedException(string message, Exception innerException) : base(message, innerException) { }
}

/// <summary>Settings that cannot work.</summary>
public sealed class OrleansConfigurationException : Exception
{
    /// <summary>An error.</summary>
    public OrleansConfigurationException() { }

    /// <summary>An error in words.</summary>
    public OrleansConfigurationException(string message) : base(message) { }

    /// <summary>An error in words with its cause.</summary>
    public OrleansConfigurationException(string message, Exception innerException) : base(message, innerException) { }
}
