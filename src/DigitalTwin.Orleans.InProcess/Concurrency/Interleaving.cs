namespace Orleans.Concurrency;

/// <summary>Every call of the class may run while others await: turns still never overlap, but calls do.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;

/// <summary>The method may run while other calls of the grain await.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;

/// <summary>Calls of such methods may run while other such calls await.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;

/// <summary>The caller does not wait: there is no result, and an error is lost (it is logged).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;

/// <summary>A method of the class decides, call by call, whether it may run while others await.</summary>
/// <param name="callbackMethodName">A static or instance method: <c>bool Name(IInvokable request)</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MayInterleaveAttribute(string callbackMethodName) : Attribute
{
    /// <summary>The method that decides.</summary>
    public string CallbackMethodName { get; } = callbackMethodName;
}
