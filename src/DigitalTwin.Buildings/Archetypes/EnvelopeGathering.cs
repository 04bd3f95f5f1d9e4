using DigitalTwin.Buildings.Envelope;

namespace DigitalTwin.Buildings.Archetypes;

/// <summary>
/// Gathers outer surfaces: those of one kind, transmittance and slope that face one sixteenth of the horizon are one, with the mean of their directions by area. A house of
/// a thousand facets so has as many surfaces as its physics needs.
/// </summary>
internal sealed class EnvelopeGathering(Archetype archetype)
{
    private const double Sector = 22.5;
    private const double SmallestArea = 0.01;

    private readonly List<Heap> opaque = [], glazed = [];

    /// <summary>An opaque surface, net of its windows.</summary>
    public void Add(SurfaceKind kind, Exposure exposure, double area, double azimuth, double tilt, double u, Construction? construction = null) =>
        Add(opaque, new Heap(kind, exposure, u, construction, SectorOf(azimuth, tilt), (int)Math.Round(tilt / 10)), area, azimuth, tilt);

    /// <summary>A window.</summary>
    public void AddWindow(double area, double azimuth, double tilt, double u) =>
        Add(glazed, new Heap(null, Exposure.Outdoors, u, null, SectorOf(azimuth, tilt), (int)Math.Round(tilt / 10)), area, azimuth, tilt);

    /// <summary>A wall of which only the gross area is known: its windows are cut out by the archetype's share.</summary>
    public void AddWallWithWindows(double area, double azimuth, double tilt, double u, Construction? construction = null)
    {
        // A wall of which nobody says whither it faces is a quarter of each way.
        var ways = double.IsNaN(azimuth) ? 4 : 1;
        for (var way = 0; way < ways; way++)
        {
            var facing = ways == 4 ? 90.0 * way : azimuth;
            var share = archetype.WindowShareOf(facing);
            Add(SurfaceKind.Wall, Exposure.Outdoors, area / ways * (1 - share), facing, tilt, u, construction);
            if (share > 0) AddWindow(area / ways * share, facing, tilt, archetype.WindowU);
        }
    }

    /// <summary>Whether there are windows yet.</summary>
    public bool HasWindows => glazed.Count > 0;

    public List<OpaqueSurface> Opaque() => [.. opaque.Where(h => h.Area >= SmallestArea).Select(h => new OpaqueSurface
    {
        Kind = h.Kind!.Value, Exposure = h.Exposure, Area = h.Area, Azimuth = h.Azimuth, Tilt = h.Tilt, UValue = h.UValue, Construction = h.Construction,
    })];

    public List<Window> Windows() => [.. glazed.Where(h => h.Area >= SmallestArea).Select(h => new Window
    {
        // Single glass is above 4.5 W/(m² K), triple below 1.3, whatever the frame.
        Area = h.Area, Azimuth = h.Azimuth, Tilt = h.Tilt, UValue = h.UValue, SolarFactor = archetype.SolarFactor, Panes = h.UValue > 4.5 ? 1 : h.UValue < 1.3 ? 3 : 2,
    })];

    private static int SectorOf(double azimuth, double tilt) => double.IsNaN(azimuth) || tilt is < 1 or > 179 ? -1 : (int)Math.Floor((azimuth % 360 + 360 + Sector / 2) % 360 / Sector);

    private static void Add(List<Heap> heaps, Heap like, double area, double azimuth, double tilt)
    {
        if (!(area > 0)) return;
        var heap = heaps.Find(h => h.IsLike(like));
        if (heap is null) heaps.Add(heap = like);
        heap.Add(area, azimuth, tilt);
    }

    private sealed class Heap(SurfaceKind? kind, Exposure exposure, double u, Construction? construction, int sector, int slope)
    {
        private double east, north, slopes;

        public SurfaceKind? Kind => kind;

        public Exposure Exposure => exposure;

        public double UValue => u;

        public Construction? Construction => construction;

        public double Area { get; private set; }

        public double Tilt => Math.Clamp(slopes / Area, 0, 180);

        public double Azimuth => Math.Atan2(east, north) * 180 / Math.PI is var azimuth && azimuth < 0 ? (azimuth + 360) % 360 : azimuth;

        private int Sector => sector;

        private int Slope => slope;

        public bool IsLike(Heap other) =>
            kind == other.Kind && exposure == other.Exposure && u.Equals(other.UValue) && ReferenceEquals(construction, other.Construction) && sector == other.Sector && slope == other.Slope;

        public void Add(double area, double azimuth, double tilt)
        {
            Area += area;
            slopes += area * tilt;
            if (double.IsNaN(azimuth)) return;
            east += area * Math.Sin(azimuth * Math.PI / 180);
            north += area * Math.Cos(azimuth * Math.PI / 180);
        }
    }
}
