namespace DigitalTwin.Mobility.Osm;

/// <summary>Who may be told apart by rules of a kerb: everybody, those who live there, those who work there.</summary>
public static class CurbUsers
{
    /// <summary>All, everybody first.</summary>
    public static IReadOnlyList<string> All { get; } = ["", "residents", "employees"];

    /// <summary>The users that a word of access means; null for any other word.</summary>
    public static string? Of(string word) => word switch
    {
        "residents" or "resident" or "private" or "permit" or "permit_holder" or "permit_holders" => "residents",
        "employees" or "employee" or "staff" or "members" => "employees",
        _ => null,
    };
}
