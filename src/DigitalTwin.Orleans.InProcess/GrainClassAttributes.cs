using System.Globalization;

namespace Orleans;

/// <summary>The name of a grain type in identities and stores. Without it: the class's name in lower case without a final "grain".</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GrainTypeAttribute(string grainType) : Attribute
{
    /// <summary>The name.</summary>
    public string GrainType { get; } = grainType;
}

/// <summary>Activations of the class are never collected for being idle.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeepAliveAttribute : Attribute;

/// <summary>How long activations of the class may be idle before they are collected.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CollectionAgeLimitAttribute : Attribute
{
    /// <summary>An age by <see cref="Days"/>, <see cref="Hours"/> and <see cref="Minutes"/>.</summary>
    public CollectionAgeLimitAttribute() { }

    /// <summary>An age as "hh:mm:ss".</summary>
    public CollectionAgeLimitAttribute(string inactivityPeriod) => Given = TimeSpan.Parse(inactivityPeriod, CultureInfo.InvariantCulture);

    /// <summary>Whole days of the age.</summary>
    public double Days { get; init; }

    /// <summary>Hours of the age.</summary>
    public double Hours { get; init; }

    /// <summary>Minutes of the age.</summary>
    public double Minutes { get; init; }

    /// <summary>Whether activations are never collected for being idle.</summary>
    public bool AlwaysActive { get; init; }

    /// <summary>The age.</summary>
    public TimeSpan AgeLimit => AlwaysActive ? TimeSpan.MaxValue
        : Given ?? TimeSpan.FromDays(Days) + TimeSpan.FromHours(Hours) + TimeSpan.FromMinutes(Minutes);

    private TimeSpan? Given { get; }
}

/// <summary>How long a caller of the method waits, as "hh:mm:ss".</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ResponseTimeoutAttribute(string timeout) : Attribute
{
    /// <summary>The time.</summary>
    public TimeSpan? Timeout { get; init; } = TimeSpan.Parse(timeout, CultureInfo.InvariantCulture);
}
