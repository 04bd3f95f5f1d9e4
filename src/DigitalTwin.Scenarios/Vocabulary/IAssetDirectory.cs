using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Scenarios.Vocabulary;

/// <summary>The assets that a scenario may name. Ids are <c>domain/type/local</c>, as <c>water/pipe/P-1042</c>; the first two parts are the type.</summary>
public interface IAssetDirectory
{
    /// <summary>The types of which there is at least one asset: <c>water/pipe</c>.</summary>
    IReadOnlyList<string> Types { get; }

    /// <summary>Whether there is such an asset.</summary>
    bool Contains(string id);

    /// <summary>The ids that match a pattern (see <see cref="Glob"/>), in ordinal order.</summary>
    IReadOnlyList<string> Match(string pattern);

    /// <summary>The assets of some types that lie in an area, in ordinal order; null when the id is no area.</summary>
    IReadOnlyList<string>? Within(string area, IReadOnlyList<string> types) => null;

    /// <summary>The id that a mistyped one most probably meant, or null.</summary>
    string? Nearest(string id);
}
