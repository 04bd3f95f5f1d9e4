namespace DigitalTwin.Buildings.CityJson;

/// <summary>How a CityJSON file is written.</summary>
public sealed record CityJsonWriteOptions
{
    /// <summary>The choice where nobody made one.</summary>
    public static CityJsonWriteOptions Standard { get; } = new();

    /// <summary>Grid of the coordinates, m: what lies between is rounded to it.</summary>
    public double Grid { get; init; } = 0.001;

    /// <summary>Title of the model; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>Date for which the model stands, <c>2025-07-08</c>; null for none.</summary>
    public string? ReferenceDate { get; init; }
}
