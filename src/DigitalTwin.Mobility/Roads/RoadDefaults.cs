namespace DigitalTwin.Mobility.Roads;

/// <summary>
/// What a street is taken to be where its owner does not say it. All of it is an assumption that a map's file overrides, and each use is counted in the <see cref="RoadReport"/>.
/// </summary>
/// <remarks>
/// Speeds are in the range of Chinese practice by class (CJJ 37-2012: expressway 60 to 100 km/h, arterial 40 to 60, secondary 30 to 50, branch 20 to 40; not re-read here);
/// saturation falls with the design speed, below the 1,900 vehicles/h and lane of the Highway Capacity Manual's base. A jam spacing of 7.5 m is MATSim's and SUMO's.
/// </remarks>
public sealed record RoadDefaults
{
    /// <summary>The defaults of this version.</summary>
    public static RoadDefaults Standard { get; } = new();

    /// <summary>By class, in the order of <see cref="RoadClass"/>.</summary>
    public IReadOnlyList<ClassDefaults> Classes { get; init; } =
    [
        new(100 / 3.6, 2, 2100 / 3600.0), // motorway
        new(80 / 3.6, 2, 2000 / 3600.0), // trunk
        new(60 / 3.6, 2, 1800 / 3600.0), // primary
        new(50 / 3.6, 1, 1700 / 3600.0), // secondary
        new(40 / 3.6, 1, 1650 / 3600.0), // tertiary
        new(30 / 3.6, 1, 1600 / 3600.0), // residential
        new(20 / 3.6, 1, 1400 / 3600.0), // service
        new(50 / 3.6, 1, 10_000 / 3600.0), // connector: never the bottleneck
    ];

    /// <summary>Front to front distance of standing cars in a lane, m.</summary>
    public double JamSpacing { get; init; } = 7.5;

    /// <summary>Green share at a signal that does not say its own: two phases that share nine tenths of the cycle.</summary>
    public double GreenShare { get; init; } = 0.45;

    /// <summary>Speed of a ramp as a share of its class's; a ramp has one lane.</summary>
    public double RampSpeed { get; init; } = 0.6;

    /// <summary>Ends of streets that are at most so far apart are one node, m.</summary>
    public double SnapTolerance { get; init; } = 0.5;

    /// <summary>The side on which one drives.</summary>
    public DrivingSide Side { get; init; }

    /// <summary>The defaults of a class.</summary>
    public ClassDefaults Of(RoadClass road) => Classes[(int)road];
}

/// <summary>What a street of a class is taken to be, per direction.</summary>
/// <param name="Speed">Speed without other traffic, m/s.</param>
/// <param name="Lanes">Lanes of each direction; of all lanes for a one-way street.</param>
/// <param name="Saturation">Most vehicles that pass a cross-section of one lane, vehicles/s.</param>
public sealed record ClassDefaults(double Speed, double Lanes, double Saturation);
