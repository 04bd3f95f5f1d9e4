using DigitalTwin.Buildings.Ifc.Properties;
using DigitalTwin.Buildings.Ifc.Reading;
using DigitalTwin.Buildings.Ifc.Units;

namespace DigitalTwin.Buildings.Ifc.Placements;

/// <summary>Reads the three forms in which a file says where it stands: latitude and longitude of the site, IfcMapConversion, and ePSet_MapConversion of 2x3.</summary>
internal sealed class GeoreferenceReader(IfcSource source, IfcUnits units, IfcUnitReader unitReader, PlacementReader placements)
{
    /// <param name="site">Its record.</param>
    /// <param name="sets">Property sets of site and project, where an ePSet may be.</param>
    public IfcGeoreference Read(IfcRecord? site, IReadOnlyList<IfcPropertySet> sets)
    {
        var map = FromConversion() ?? FromSets(sets);
        var north = TrueNorth();
        var (latitude, longitude) = (Angle(site, "RefLatitude", 90), Angle(site, "RefLongitude", 180));
        return new()
        {
            Latitude = latitude,
            Longitude = longitude,
            Elevation = site?.Number("RefElevation") * units.Length,
            HasNorth = north is not null || map is not null,
            // TrueNorth is north in the model's axes; y then lies as far clockwise from north as north lies anticlockwise of y.
            Azimuth = Whole(north is { } n ? -Math.Atan2(n.X, n.Y) * 180 / Math.PI : map is not null ? -map.Rotation : 0),
            Map = map,
            Doubt = latitude is { } lat && longitude is { } lon ? DefaultLocations.Doubt(lat, lon) : null,
        };
    }

    /// <summary>Degrees, minutes, seconds and millionths of one; all of them negative in the west and south, and the sign of the first that is not zero decides.</summary>
    private double? Angle(IfcRecord? site, string attribute, double limit)
    {
        if (site is not { } record || record[attribute].Items is not { Count: >= 2 } parts) return null;
        var values = parts.Select(p => p.Number ?? double.NaN).ToArray();
        double size = 0, divisor = 1;
        for (var i = 0; i < Math.Min(4, values.Length); i++)
        {
            size += Math.Abs(values[i]) / divisor;
            divisor *= i == 2 ? 1e6 : 60;
        }
        var angle = Math.Sign(values.FirstOrDefault(v => v != 0 && !double.IsNaN(v))) * size;
        if (angle >= -limit && angle <= limit) return angle;
        source.Warn($"{record}: {attribute} is {record[attribute]}; degrees, minutes, seconds and millionths within ±{limit}° are accepted.");
        return null;
    }

    private IfcPoint? TrueNorth()
    {
        foreach (var context in source.All("IfcGeometricRepresentationContext"))
            if (!context.Is("IfcGeometricRepresentationSubContext") && placements.Direction(context.Reference("TrueNorth")) is { } north && Math.Abs(north.X) + Math.Abs(north.Y) > 1e-9) return north;
        return null;
    }

    private IfcMapPosition? FromConversion()
    {
        foreach (var conversion in source.All("IfcMapConversion"))
        {
            var crs = source.Follow(conversion, "TargetCRS", "IfcCoordinateReferenceSystem");
            var metres = crs?.Reference("MapUnit") is { } unit ? unitReader.Read(unit)?.Factor ?? 1 : units.Length;
            var scale = conversion.Number("Scale") is { } stated and > 0 ? stated * metres / units.Length : 1;
            if (Math.Abs(scale - 1) > 0.01)
            {
                source.Warn($"{conversion}: its scale makes {scale:G4} m of map of a metre of the model; 1 is taken.");
                scale = 1;
            }
            return new(crs?.Text("Name"), metres * (conversion.Number("Eastings") ?? 0), metres * (conversion.Number("Northings") ?? 0), metres * (conversion.Number("OrthogonalHeight") ?? 0),
                Degrees(conversion.Number("XAxisAbscissa"), conversion.Number("XAxisOrdinate")), scale);
        }
        return null;
    }

    /// <summary>The way of 2x3 (buildingSMART's guide of 2020): two property sets; their lengths are the map's metres whatever the project's unit is.</summary>
    private IfcMapPosition? FromSets(IReadOnlyList<IfcPropertySet> sets)
    {
        var conversion = sets.FirstOrDefault(s => s.Name.Equals("ePSet_MapConversion", StringComparison.OrdinalIgnoreCase));
        if (conversion is null || Raw("Eastings") is not { } easting || Raw("Northings") is not { } northing) return null;
        var crs = sets.FirstOrDefault(s => s.Name.Equals("ePSet_ProjectedCRS", StringComparison.OrdinalIgnoreCase))?.Find("Name")?.Value.Text
            ?? conversion.Find("TargetCRS")?.Value.Text;
        return new(crs, easting, northing, Raw("OrthogonalHeight") ?? 0, Degrees(Raw("XAxisAbscissa"), Raw("XAxisOrdinate")), 1);

        double? Raw(string name) => conversion.Find(name)?.Value is { Number: { } value } found
            ? found.Type?.EndsWith("LENGTHMEASURE", StringComparison.OrdinalIgnoreCase) == true ? value / units.Length : value
            : null;
    }

    /// <summary>An angle in [0, 360), where a billionth of a degree is none.</summary>
    private static double Whole(double degrees) => Math.Round((degrees % 360 + 360) % 360, 9) % 360;

    private static double Degrees(double? abscissa, double? ordinate) =>
        abscissa is { } x && ordinate is { } y && Math.Abs(x) + Math.Abs(y) > 0 ? Math.Atan2(y, x) * 180 / Math.PI : 0;
}
