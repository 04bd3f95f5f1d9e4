namespace Orleans.Concurrency;

/// <summary>A value with the promise that nobody changes it, for types that cannot carry the attribute.</summary>
/// <typeparam name="T">The value's type.</typeparam>
[GenerateSerializer, Immutable]
public readonly struct Immutable<T>(T value)
{
    /// <summary>The value.</summary>
    [Id(0)]
    public readonly T Value = value;
}

/// <summary>Giving the promise.</summary>
public static class ImmutableExtensions
{
    /// <summary>The value with the promise that nobody changes it.</summary>
    public static Immutable<T> AsImmutable<T>(this T value) => new(value);
}
