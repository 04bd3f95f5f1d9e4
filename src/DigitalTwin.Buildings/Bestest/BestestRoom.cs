using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Glazing;

namespace DigitalTwin.Buildings.Bestest;

/// <summary>Light (wood and plasterboard) or heavy (concrete) rooms.</summary>
internal enum BestestMass
{
    Low,
    High,
}

/// <summary>The room of BESTEST in its forms.</summary>
internal static class BestestRoom
{
    /// <summary>Of the weather station Denver International Airport, m.</summary>
    private const double Altitude = 1650;

    private static readonly MaterialLayer
        Siding = new("wood siding", 0.009, 0.14, 530, 900), RoofDeck = new("roof deck", 0.019, 0.14, 530, 900),
        WallQuilt = new("fibreglass quilt", 0.066, 0.04, 12, 840), RoofQuilt = new("fibreglass quilt", 0.1118, 0.04, 12, 840),
        WallBoard = new("plasterboard", 0.012, 0.16, 950, 840), RoofBoard = new("plasterboard", 0.010, 0.16, 950, 840),
        Timber = new("timber floor", 0.025, 0.14, 650, 1200), Foam = new("foam", 0.0615, 0.04, 10, 1400),
        Block = new("concrete block", 0.1, 0.51, 1400, 1000), Slab = new("concrete slab", 0.08, 1.13, 1400, 1000),
        ThickFoam = new("foam", 0.25, 0.04, 10, 1400), ThickQuilt = new("fibreglass quilt", 0.4, 0.04, 12, 840);

    /// <summary>Two panes of 3.048 mm (τ 0.834, ρ 0.075, 1.0 W/(m K)) and 12 mm of air, all faces with an emittance of 0.84.</summary>
    private static readonly GlassPane Pane = new(0.834, 0.075, 0.003048);

    private static readonly GlassUnit Glass = new([Pane, Pane], GlassGap.Air(0.012));

    /// <summary>A room with 12 m² of window.</summary>
    public static ThermalZone Of(BestestMass mass, bool eastAndWest = false, bool shaded = false, bool insulated = false)
    {
        // A light wall insulates with quilt (in 680 with foam), a heavy one with foam.
        var heavy = mass == BestestMass.High;
        Construction wall = new("wall", [Siding, insulated ? ThickFoam : heavy ? Foam : WallQuilt, heavy ? Block : WallBoard]);
        Construction roof = new("roof", [RoofDeck, insulated ? ThickQuilt : RoofQuilt, RoofBoard]);
        Construction floor = new("floor", [Massless(heavy ? 25.175 : 25.075), heavy ? Slab : Timber]);
        Window[] windows = eastAndWest ? [Pane3By2(90, shaded, true), Pane3By2(270, shaded, true)] : [Pane3By2(180, shaded, false, 0.5, 4.5), Pane3By2(180, shaded, false, 4.5, 0.5)];
        return Room(wall, roof, floor, windows, 0.5, 0.6, 0.9);
    }

    /// <summary>Without windows, air change or sun on dark walls (case 195).</summary>
    public static ThermalZone Solid() =>
        Room(new("wall", [Siding, WallQuilt, WallBoard]), new("roof", [RoofDeck, RoofQuilt, RoofBoard]), new("floor", [Massless(25.075), Timber]), [], 0, 0.1, 0.1);

    private static MaterialLayer Massless(double resistance) => new("insulation", 0.04 * resistance, 0.04, 0, 0);

    private static ThermalZone Room(Construction wall, Construction roof, Construction floor, Window[] windows, double infiltration, double absorptance, double emittance)
    {
        double Glazed(double azimuth) => windows.Where(w => w.Azimuth == azimuth).Sum(w => w.Area);
        OpaqueSurface Wall(double azimuth, double area) => Surface(SurfaceKind.Wall, wall, area - Glazed(azimuth), azimuth, 90, 0.17, absorptance, emittance);
        return new ThermalZone
        {
            FloorArea = 48,
            Volume = 129.6,
            Altitude = Altitude,
            Infiltration = infiltration,
            Mass = ThermalMass.Light,
            Windows = windows,
            Opaque =
            [
                Wall(0, 21.6), Wall(90, 16.2), Wall(180, 21.6), Wall(270, 16.2),
                Surface(SurfaceKind.Roof, roof, 48, 0, 0, 0.14, absorptance, emittance),

                // The floor is raised above the ground, in still, shaded air as warm as outdoors.
                Surface(SurfaceKind.Floor, floor, 48, 0, 180, 0.21, 0, emittance),
            ],
        };
    }

    private static OpaqueSurface Surface(SurfaceKind kind, Construction construction, double area, double azimuth, double tilt, double films, double absorptance, double emittance) => new()
    {
        Kind = kind, Area = area, Azimuth = azimuth, Tilt = tilt, UValue = 1 / (construction.Resistance + films), Construction = construction, SolarAbsorptance = absorptance, Emittance = emittance,
    };

    /// <summary>A window of 3 m × 2 m. To the south an overhang of 1 m, half a metre above, runs along the wall; to east and west it is as wide as the window and has fins of 1 m at the window's sides, from the ground to the roof.</summary>
    private static Window Pane3By2(double azimuth, bool shaded, bool fins, double left = 0, double right = 0) => new()
    {
        Area = 6,
        Height = 2,
        Azimuth = azimuth,
        UValue = 1 / (Glass.Resistance + GlassOptics.InsideFilm + GlassOptics.OutsideFilm),
        SolarFactor = 0.769,
        Glass = Glass,
        Surround = !shaded ? null : new()
        {
            OverhangDepth = 1, OverhangGap = 0.5, OverhangLeft = left, OverhangRight = right, FinDepth = fins ? 1 : 0, FinAbove = fins ? 0.5 : 0, FinBelow = fins ? 0.2 : 0,
        },
    };
}
