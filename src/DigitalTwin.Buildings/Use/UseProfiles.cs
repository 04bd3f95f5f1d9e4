using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Use;

/// <summary>A profile for every use.</summary>
public sealed class UseProfiles
{
    private static readonly Lazy<UseProfiles> SharedTable = new(UseTable.ReadShipped);
    private readonly UseProfile[] profiles;

    /// <summary>A profile for every use.</summary>
    /// <exception cref="ArgumentException">A use has none, or two.</exception>
    public UseProfiles(IEnumerable<UseProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        this.profiles = [.. profiles.OrderBy(p => p.Use)];
        var uses = Enum.GetValues<BuildingUse>();
        if (!this.profiles.Select(p => p.Use).SequenceEqual(uses)) throw new ArgumentException($"Every use needs one profile: {string.Join(", ", uses)}; found {string.Join(", ", this.profiles.Select(p => p.Use))}.", nameof(profiles));
    }

    /// <summary>The profiles of <c>data/use-profiles.csv</c> and <c>data/use-hours.csv</c>, with their sources; most are assumptions that a study of the town's own should replace.</summary>
    public static UseProfiles Shipped => SharedTable.Value;

    /// <summary>The profile of a use.</summary>
    public UseProfile this[BuildingUse use] => profiles[(int)use];

    /// <summary>The shipped profiles with what a planner's files say in their place; each file may hold any of the shipped one's rows.</summary>
    /// <param name="values">A file with the header of <c>use-profiles.csv</c>, or null.</param>
    /// <param name="hours">A file with the header of <c>use-hours.csv</c>, or null.</param>
    /// <param name="problems">Receives every mistake; rows with one are left out.</param>
    public static UseProfiles Read(string? values, string? hours, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var table = UseTable.OfShipped();
        if (values is not null) table.ReadValues(values, problems);
        if (hours is not null) table.ReadHours(hours, problems);
        return table.Build();
    }

    /// <summary>This table with one profile in the place of its use's.</summary>
    public UseProfiles With(UseProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new([.. profiles.Where(p => p.Use != profile.Use), profile]);
    }
}
