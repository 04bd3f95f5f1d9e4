using System.Reflection;
using Orleans.Concurrency;

namespace Orleans.InProcess.Calls;

/// <summary>What an interface says of one of its methods.</summary>
internal class GrainMethod
{
    public GrainMethod(MethodInfo method)
    {
        Info = method;
        Name = method.Name;
        InterfaceName = method.DeclaringType!.FullName!;
        foreach (var attribute in method.GetCustomAttributes(false))
            switch (attribute)
            {
                case AlwaysInterleaveAttribute: AlwaysInterleaves = true; break;
                case ReadOnlyAttribute: ReadsOnly = true; break;
                case OneWayAttribute: IsOneWay = true; break;
                case ResponseTimeoutAttribute limit: Timeout = limit.Timeout; break;
            }
        if (method.ReturnType == typeof(void)) IsOneWay = true;
        TakesToken = method.GetParameters().Any(p => p.ParameterType == typeof(CancellationToken));
    }

    /// <summary>A step of the runtime that is no method of an interface.</summary>
    public GrainMethod(string name, bool interleaves, bool timesOut)
    {
        InterfaceName = "Orleans";
        Name = name;
        AlwaysInterleaves = interleaves;
        NeverTimesOut = !timesOut;
    }

    public MethodInfo? Info { get; }

    public string InterfaceName { get; }

    public string Name { get; }

    public bool AlwaysInterleaves { get; }

    public bool ReadsOnly { get; }

    public bool IsOneWay { get; }

    public bool TakesToken { get; }

    public TimeSpan? Timeout { get; }

    public bool NeverTimesOut { get; }

    public bool CanTimeOut => !NeverTimesOut && !IsOneWay;

    public override string ToString() => $"{InterfaceName}.{Name}";
}
