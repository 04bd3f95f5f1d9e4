using System.Numerics;
using System.Runtime.CompilerServices;

namespace DigitalTwin.Buildings.Districts;

/// <summary>
/// A step of the buildings of one block, several at once: the same as <see cref="PlainStep"/>, which is the definition. One function a page: the sun, the five resistances, the plant, the sums. No division
/// that one multiplication can stand for, no branch by building.
/// </summary>
internal static partial class BlockKernel
{
    /// <summary>Advances a block over a step.</summary>
    /// <param name="columns"><see cref="Lane.Count"/> columns of <see cref="Lane.Width"/>.</param>
    /// <param name="moving"><see cref="Lane.Moving"/> columns; the state.</param>
    /// <param name="sky">Sun and sky at the block's place.</param>
    /// <param name="use">Schedules and weather of the block's use.</param>
    /// <param name="sums">Receives the block's sums by quantity, exact in any order (<see cref="ExactSum"/>).</param>
    public static void Advance(ReadOnlySpan<double> columns, Span<double> moving, in SkyStep sky, in UseStep use, Span<double> sums)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns.Length, Lane.Count * Lane.Width);
        ArgumentOutOfRangeException.ThrowIfLessThan(moving.Length, Lane.Moving * Lane.Width);
        ArgumentOutOfRangeException.ThrowIfLessThan(sums.Length, Lane.Quantities);
        Span<double> gains = stackalloc double[Lane.Width];
        ref var p = ref Unsafe.AsRef(in columns[0]);
        ref var m = ref moving[0];
        Sun(ref p, ref gains[0], sky, use);
        Rooms(ref p, ref m, ref gains[0], use);
        Plant(ref p, ref m, use);
        Add(ref p, ref m, use.Seconds, sums);
    }

    /// <summary>(H10) Φ_sol = F_lit (Σ G_o I_o + F_shade Σ G_o I_o where shades are down + Σ O_o I_o) + V I_v + W I_g + U I_u - L (θ_e - θ_sky).</summary>
    private static void Sun(ref double p, ref double gains, in SkyStep sky, in UseStep use)
    {
        Vector<double> loss = new(use.SkyBelow), onWall = new(sky.SkyVertical), fromGround = new(sky.GroundVertical), onRoof = new(sky.SkyHorizontal);
        Vector<double> upGlass = new(sky.UpThroughGlass), upOpaque = new(sky.UpOnOpaque), altitude = new(sky.Altitude);
        for (var lane = 0; lane < Lane.Width; lane += Vector<double>.Count)
        {
            var gain = -(Column(ref p, Lane.Sky, lane) * loss);
            if (sky.IsDay)
            {
                gain = Vector.FusedMultiplyAdd(Column(ref p, Lane.SkyVertical, lane), onWall, gain);
                gain = Vector.FusedMultiplyAdd(Column(ref p, Lane.GroundVertical, lane), fromGround, gain);
                gain = Vector.FusedMultiplyAdd(Column(ref p, Lane.SkyHorizontal, lane), onRoof, gain);
                var direct = Column(ref p, Lane.GlassUp, lane) * upGlass;
                direct = Vector.FusedMultiplyAdd(Column(ref p, Lane.OpaqueUp, lane), upOpaque, direct);
                var behindShades = Vector<double>.Zero;
                for (var i = 0; i < sky.Lit; i++)
                {
                    var sector = sky.Sector[i];
                    var (glass, through) = (Column(ref p, Lane.Glass + sector, lane), new Vector<double>(sky.ThroughGlass[i]));
                    if (i < sky.Open) direct = Vector.FusedMultiplyAdd(glass, through, direct);
                    else behindShades = Vector.FusedMultiplyAdd(glass, through, behindShades);
                    direct = Vector.FusedMultiplyAdd(Column(ref p, Lane.Opaque + sector, lane), new(sky.OnOpaque[i]), direct);
                }
                direct = Vector.FusedMultiplyAdd(Column(ref p, Lane.Shade, lane), behindShades, direct);
                gain += Vector.ConditionalSelect(Vector.GreaterThan(altitude, Column(ref p, sky.Horizon, lane)), direct, Vector<double>.Zero);
            }
            gain.StoreUnsafe(ref gains, (nuint)lane);
        }
    }

    /// <summary>(H1) to (H8): see the README.</summary>
    private static void Rooms(ref double p, ref double m, ref double gains, in UseStep use)
    {
        Vector<double> one = Vector<double>.One, half = new(0.5), Te = new(use.Air), Tg = new(use.Ground);
        Vector<double> presence = new(use.Presence), heat = new(use.HeatPerPerson), floorHeat = new(use.Lighting + use.Equipment), fresh = new(use.FreshAir), perSecond = new(use.PerSecond);
        Vector<double> setHeating = new(use.HeatingSetPoint), setCooling = new(use.CoolingSetPoint);
        for (var lane = 0; lane < Lane.Width; lane += Vector<double>.Count)
        {
            // Gains to air, mass and surface.
            var people = Vector.FusedMultiplyAdd(Column(ref p, Lane.People, lane), presence, Column(ref p, Lane.PeopleAdded, lane));
            var halfInternal = half * Vector.FusedMultiplyAdd(people, heat, Column(ref p, Lane.Floor, lane) * floorHeat);
            var rest = halfInternal + Vector.LoadUnsafe(ref gains, (nuint)lane);
            // Conductances in series: s = H_is / (H_ve + H_is), i2 = 1 / (H_ms + H_w + H_1).
            var Hve = Vector.FusedMultiplyAdd(people, fresh, Column(ref p, Lane.Leak, lane));
            Vector<double> His = Column(ref p, Lane.Inner, lane), Hms = Column(ref p, Lane.Surface, lane), Hw = Column(ref p, Lane.Windows, lane), Hem = Column(ref p, Lane.Mass, lane);
            var i1 = one / (Hve + His);
            var s = His * i1;
            var H2 = Vector.FusedMultiplyAdd(s, Hve, Hw);
            var i2 = one / (H2 + Hms);
            var r = Hms * i2;
            // Without plant: mass at the end, surface, air.
            var onSurface = Vector.FusedMultiplyAdd(Column(ref p, Lane.SurfaceShare, lane), rest, Hw * Te) + (s * Vector.FusedMultiplyAdd(Hve, Te, halfInternal));
            var toMass = Vector.FusedMultiplyAdd(Column(ref p, Lane.MassShare, lane), rest, Hem * Te) + Vector.FusedMultiplyAdd(Column(ref p, Lane.MassGround, lane), Tg - Te, r * onSurface);
            var C = Column(ref p, Lane.Capacity, lane) * perSecond;
            var G = half * Vector.FusedMultiplyAdd(r, H2, Hem);
            var i3 = one / (C + G);
            var Tm0 = Column(ref m, Lane.MassTemperature, lane);
            var Tm = Vector.FusedMultiplyAdd(Tm0, C - G, toMass) * i3;
            var Ts = Vector.FusedMultiplyAdd(Hms, half * (Tm0 + Tm), onSurface) * i2;
            var Ta = Vector.FusedMultiplyAdd(His, Ts, Vector.FusedMultiplyAdd(Hve, Te, halfInternal)) * i1;
            // Each per W of plant.
            var dTm = r * s * i3;
            var dTs = Vector.FusedMultiplyAdd(Hms * half, dTm, s) * i2;
            var dTa = Vector.FusedMultiplyAdd(His, dTs, one) * i1;
            // What brings the air to its set-point, within capacity.
            var perKelvin = one / dTa;
            var warm = Vector.FusedMultiplyAdd(setHeating, Column(ref p, Lane.HeatingTimes, lane), Column(ref p, Lane.HeatingPlus, lane));
            var cool = Vector.Max(warm, Vector.FusedMultiplyAdd(setCooling, Column(ref p, Lane.CoolingTimes, lane), Column(ref p, Lane.CoolingPlus, lane)));
            var wantHeat = (warm - Ta) * perKelvin;
            var wantCold = (Ta - cool) * perKelvin;
            var heating = Vector.Min(Vector.Max(wantHeat, Vector<double>.Zero), Column(ref p, Lane.HeatingCapacity, lane));
            var cooling = Vector.Min(Vector.Max(wantCold, Vector<double>.Zero), Column(ref p, Lane.CoolingCapacity, lane));
            var plant = heating - cooling;
            Store(Vector.FusedMultiplyAdd(dTm, plant, Tm), ref m, Lane.MassTemperature, lane);
            Ta = Vector.FusedMultiplyAdd(dTa, plant, Ta);
            Ts = Vector.FusedMultiplyAdd(dTs, plant, Ts);
            Now(people, BuildingQuantity.Occupants, ref m, lane);
            Now(heating, BuildingQuantity.Heating, ref m, lane);
            Now(cooling, BuildingQuantity.Cooling, ref m, lane);
            Now(Ta, BuildingQuantity.AirTemperature, ref m, lane);
            Now((new Vector<double>(0.3) * Ta) + (new Vector<double>(0.7) * Ts), BuildingQuantity.OperativeTemperature, ref m, lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Column(ref double block, int column, int lane) => Vector.LoadUnsafe(ref block, (nuint)((column * Lane.Width) + lane));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector<double> value, ref double block, int column, int lane) => value.StoreUnsafe(ref block, (nuint)((column * Lane.Width) + lane));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Now(Vector<double> value, BuildingQuantity quantity, ref double m, int lane) => Store(value, ref m, Lane.Now + (int)quantity, lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Now(BuildingQuantity quantity, ref double m, int lane) => Column(ref m, Lane.Now + (int)quantity, lane);
}
