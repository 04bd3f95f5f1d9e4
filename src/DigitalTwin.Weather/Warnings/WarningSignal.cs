using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Weather.Warnings;

/// <summary>A signal of a table, such as the rainstorm's.</summary>
public sealed record WarningSignal
{
    /// <summary>Its id: <c>rainstorm</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its code in the national exchange: 01 typhoon … 14 road icing.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What to do under a blue or yellow signal.</summary>
    public required LocalizedText Prepare { get; init; }

    /// <summary>What to do under an orange or red signal.</summary>
    public required LocalizedText Act { get; init; }

    /// <summary>
    /// Conditions by level (index = <see cref="WarningLevel"/>): a level holds when all criteria of any of its alternatives do. A level that the signal does not
    /// have is empty.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<IReadOnlyList<Criterion>>> Levels { get; init; }

    /// <summary>The alternatives of a level.</summary>
    public IReadOnlyList<IReadOnlyList<Criterion>> At(WarningLevel level) => Levels[(int)level];

    /// <summary>What to do under a level.</summary>
    public LocalizedText Guidance(WarningLevel level) => level >= WarningLevel.Orange ? Act : Prepare;

    /// <summary>A level's conditions in words.</summary>
    public LocalizedText Conditions(WarningLevel level)
    {
        LocalizedText One(IReadOnlyList<Criterion> all) => new(string.Join(" and ", all.Select(c => c.Wording.En)), string.Join("，且", all.Select(c => c.Wording.Zh)));
        return new(string.Join(", or ", At(level).Select(a => One(a).En)), string.Join("，或者", At(level).Select(a => One(a).Zh)));
    }
}
