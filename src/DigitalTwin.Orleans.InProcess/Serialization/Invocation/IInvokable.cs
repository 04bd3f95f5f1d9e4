namespace Orleans.Serialization.Invocation;

/// <summary>A call's arguments.</summary>
public interface IInvokable
{
    /// <summary>How many there are; a cancellation token is not counted.</summary>
    int GetArgumentCount();

    /// <summary>One of them, counted from 0.</summary>
    object? GetArgument(int index);

    /// <summary>The interface's full name.</summary>
    string GetInterfaceName();

    /// <summary>The method's name.</summary>
    string GetMethodName();
}
