using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Archetypes;

/// <summary>Makes a building of a record: what it does not say follows from what it says, or is its archetype's, and its source says which.</summary>
public static class BuildingCompletion
{
    /// <summary>Completes a record; null, with a sentence, when nothing tells its size or its place.</summary>
    /// <param name="table">Archetypes.</param>
    /// <param name="record">What is known.</param>
    /// <param name="context">What holds where it stands.</param>
    /// <param name="file">How sentences name where the record is from.</param>
    /// <param name="problems">Receives every mistake.</param>
    public static Building? Complete(this ArchetypeTable table, BuildingRecord record, CompletionContext context, string file, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(problems);
        var before = problems.ErrorCount;
        var year = record.Year ?? new(context.DefaultYear, "assumption: the year of buildings without one");
        var use = record.Use ?? new(BuildingUse.Other, "assumption: no use is said");
        var archetype = table.Find(use.Value, year.Value, context.Zone);
        var size = BuildingSize.Of(record, archetype);
        if (size is null) problems.Error(file, 0, 0, $"The building '{record.Id}' has no footprint, no floor area and no volume: nothing says how large it is.");
        if (size is { FloorArea.Value: not (> 0 and < 1e8) }) problems.Error(file, 0, 0, $"The building '{record.Id}' has a floor area of {size.FloorArea.Value:0.###} m2.");
        if (size is { Height.Value: not (> 0 and < 2000) }) problems.Error(file, 0, 0, $"The building '{record.Id}' is {size.Height.Value:0.###} m high; above 0 to 2,000 m is accepted.");
        var (longitude, latitude) = PlaceOf(record, context);
        if (double.IsNaN(longitude.Value) || double.IsNaN(latitude.Value)) problems.Error(file, 0, 0, $"The building '{record.Id}' has no place: it has no longitude and latitude, and no footprint in degrees.");
        if (problems.ErrorCount > before) return null;
        var (households, occupants) = PeopleOf(record, use.Value, size!.FloorArea.Value, archetype);
        var gathered = EnvelopeCompletion.Of(record, archetype, context, size.Height.Value, size.Ground);
        var (opaque, windows) = (gathered.Opaque(), gathered.Windows());
        return new()
        {
            Id = record.Id, Use = use.Value, Year = year.Value, Storeys = size.Storeys.Value, Height = size.Height.Value, Households = households?.Value ?? 0, Occupants = occupants.Value,
            Longitude = longitude.Value, Latitude = latitude.Value,
            RoofForPhotovoltaics = archetype.RoofForPhotovoltaics * opaque.Where(s => s is { Kind: SurfaceKind.Roof, Exposure: Exposure.Outdoors }).Sum(s => s.Area),
            Zone = new()
            {
                FloorArea = size.FloorArea.Value, Volume = archetype.AirShare * size.Volume.Value, Opaque = opaque, Windows = windows,
                Infiltration = archetype.Infiltration, Mass = archetype.Mass, Altitude = context.Altitude,
            },
            Record = record with
            {
                Use = use, Year = year, Storeys = size.Storeys, Height = size.Height, FloorArea = size.FloorArea, Volume = size.Volume, Households = households, Occupants = occupants,
                Longitude = longitude, Latitude = latitude,
            },
        };
    }

    /// <summary>Completes a record, or throws <see cref="InputException"/> with every mistake.</summary>
    public static Building Complete(this ArchetypeTable table, BuildingRecord record, CompletionContext context)
    {
        var problems = new ProblemList();
        var building = Complete(table, record, context, "", problems);
        problems.ThrowIfErrors();
        return building!;
    }

    private static (Known<double> Longitude, Known<double> Latitude) PlaceOf(BuildingRecord record, CompletionContext context)
    {
        if (record is { Longitude: { } longitude, Latitude: { } latitude }) return (longitude, latitude);
        if (record.Footprint is { Value.IsEmpty: false } footprint && FootprintPlane.IsDegrees(record.Crs) && footprint.Value.InteriorPoint.Coordinate is { } inside)
            return (new(inside.X, footprint.Source), new(inside.Y, footprint.Source));
        return (new(context.Longitude, "assumption: the place given"), new(context.Latitude, "assumption: the place given"));
    }

    private static (Known<int>? Households, Known<double> Occupants) PeopleOf(BuildingRecord record, BuildingUse use, double floorArea, Archetype archetype)
    {
        var households = record.Households;
        if (households is null && use == BuildingUse.Residential && archetype.AreaPerHousehold > 0)
            households = record.Occupants is { } people
                ? BuildingSize.Derived((int)Math.Round(people.Value * archetype.AreaPerPerson / archetype.AreaPerHousehold), $"occupants x {archetype.AreaPerPerson / archetype.AreaPerHousehold:0.###} of {archetype.Source}")
                : new(Math.Max(1, (int)Math.Round(floorArea / archetype.AreaPerHousehold)), archetype.Source);
        var occupants = record.Occupants ?? (record.Households is { Value: > 0 } homes && archetype.AreaPerHousehold > 0
            ? BuildingSize.Derived(homes.Value * archetype.AreaPerHousehold / archetype.AreaPerPerson, $"households x {archetype.AreaPerHousehold / archetype.AreaPerPerson:0.##} of {archetype.Source}")
            : new(floorArea / archetype.AreaPerPerson, archetype.Source));
        return (households, occupants);
    }
}
