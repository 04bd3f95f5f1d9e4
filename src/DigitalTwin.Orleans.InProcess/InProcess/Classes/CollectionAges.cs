using System.Reflection;
using Orleans.Configuration;

namespace Orleans.InProcess.Classes;

/// <summary>How long activations of a class may be idle: what the class says, else what the silo says of the class, else what it says of all.</summary>
internal static class CollectionAges
{
    public static TimeSpan Of(Type type, GrainCollectionOptions options)
    {
        if (type.IsDefined(typeof(KeepAliveAttribute), true)) return Timeout.InfiniteTimeSpan;
        if (type.GetCustomAttribute<CollectionAgeLimitAttribute>(true) is { } limit) return limit.AlwaysActive ? Timeout.InfiniteTimeSpan : limit.AgeLimit;
        return options.ClassSpecificCollectionAge.TryGetValue(type.FullName!, out var age) ? age : options.CollectionAge;
    }
}
