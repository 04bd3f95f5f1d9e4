namespace DigitalTwin.Buildings.Ifc.Quality;

/// <summary>For whom a finding matters.</summary>
public enum IfcPurpose
{
    /// <summary>The file as such: identities, references, records.</summary>
    File,

    /// <summary>Storeys, spaces, areas.</summary>
    Spaces,

    /// <summary>Where it stands.</summary>
    Georeference,

    /// <summary>What an energy model needs.</summary>
    Energy,

    /// <summary>What the building of it over time needs.</summary>
    Schedule,
}

/// <summary>One thing that a file lacks or has wrong.</summary>
/// <param name="Purpose">For whom it matters.</param>
/// <param name="Code">A short name that stays: <c>no-georeference</c>.</param>
/// <param name="Count">How many things it concerns; 1 where it is the file.</param>
/// <param name="Of">Of how many; 0 where that has no meaning.</param>
/// <param name="En">One sentence.</param>
/// <param name="Zh">The same in Chinese.</param>
/// <param name="Examples">Up to five of the things.</param>
public sealed record IfcFinding(IfcPurpose Purpose, string Code, int Count, int Of, string En, string Zh, IReadOnlyList<string> Examples);
