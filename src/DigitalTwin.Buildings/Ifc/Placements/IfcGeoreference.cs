namespace DigitalTwin.Buildings.Ifc.Placements;

/// <summary>A conversion from the model's axes to a projected coordinate system.</summary>
/// <param name="Crs">Its name as the file gives it: <c>EPSG:25832</c>; null where it gives none.</param>
/// <param name="Easting">Of the model's origin, m.</param>
/// <param name="Northing">Of the model's origin, m.</param>
/// <param name="Height">Of the model's origin, m.</param>
/// <param name="Rotation">Of the model's x axis against the grid's east, degrees anticlockwise.</param>
/// <param name="Scale">Metres of the map per metre of the model.</param>
public sealed record IfcMapPosition(string? Crs, double Easting, double Northing, double Height, double Rotation, double Scale)
{
    /// <summary>The number of the EPSG register in <see cref="Crs"/>; null where there is none.</summary>
    public int? Epsg => Crs is { } name && name.Contains("EPSG", StringComparison.OrdinalIgnoreCase)
        && int.TryParse(string.Concat(name[name.IndexOf("EPSG", StringComparison.OrdinalIgnoreCase)..].Where(char.IsAsciiDigit)), out var code) ? code : null;
}

/// <summary>Where on the earth a model stands and how it is turned, as far as the file says. Immutable.</summary>
public sealed record IfcGeoreference
{
    /// <summary>RefLatitude of the site, degrees north.</summary>
    public double? Latitude { get; init; }

    /// <summary>RefLongitude of the site, degrees east.</summary>
    public double? Longitude { get; init; }

    /// <summary>RefElevation of the site, m above the sea.</summary>
    public double? Elevation { get; init; }

    /// <summary>Direction of the model's y axis, degrees clockwise from true north; 0 where the file says nothing.</summary>
    public double Azimuth { get; init; }

    /// <summary>Whether the file states TrueNorth (or a map conversion that turns).</summary>
    public bool HasNorth { get; init; }

    /// <summary>Position in a projected system, from IfcMapConversion or from ePSet_MapConversion.</summary>
    public IfcMapPosition? Map { get; init; }

    /// <summary>Why latitude and longitude are probably nobody's statement but a program's default; null where they may be believed.</summary>
    public string? Doubt { get; init; }

    /// <summary>Whether latitude and longitude are there and may be believed.</summary>
    public bool IsPlaced => Latitude is not null && Longitude is not null && Doubt is null;

    /// <summary>Azimuth of a horizontal direction of the model, degrees clockwise from true north, [0, 360); NaN for a vertical one.</summary>
    public double AzimuthOf(IfcPoint direction)
    {
        if (Math.Abs(direction.X) + Math.Abs(direction.Y) < 1e-9) return double.NaN;
        return Math.Round((Azimuth + Math.Atan2(direction.X, direction.Y) * 180 / Math.PI + 720) % 360, 9) % 360;
    }
}
