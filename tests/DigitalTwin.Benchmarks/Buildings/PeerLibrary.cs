using System.Runtime.InteropServices;
using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Districts;
using DigitalTwin.Buildings.Weather;

namespace DigitalTwin.Benchmarks.Buildings;

/// <summary>
/// The same year in a library of plain C, one building after the other, hour after hour, given the same numbers by building and by hour. It exports
/// <c>void district(int buildings, int steps, const double *rows, const int *use, const double *sky, const double *uses, double *mass, double *total, double *extreme)</c>:
/// rows by building as in <see cref="Lane"/>; sky by step: day, lit, open, 8 sectors, 8 through glass, 8 on opaque, up through glass, up on opaque, sky on walls, sky on roofs, ground on walls,
/// altitude, column of the horizon (<see cref="SkyWidth"/>); uses by use and step: the fields of <see cref="UseStep"/> in their order (<see cref="UseWidth"/>). It adds to totals and extremes what
/// <see cref="PlainStep"/> says. Built as <c>gcc -O3 -march=native -shared -fPIC</c>.
/// </summary>
internal sealed unsafe class PeerLibrary : IDisposable
{
    public const int SkyWidth = 34, UseWidth = 31;

    private readonly nint library;
    private readonly delegate* unmanaged<int, int, double*, int*, double*, double*, double*, double*, double*, void> district;

    public PeerLibrary(string path)
    {
        library = NativeLibrary.Load(path);
        district = (delegate* unmanaged<int, int, double*, int*, double*, double*, double*, double*, double*, void>)NativeLibrary.GetExport(library, "district");
    }

    public void Dispose() => NativeLibrary.Free(library);

    /// <summary>The numbers, made once; then the run.</summary>
    public Func<double[]> Prepare(BuildingsModel model, Outdoors[] weather)
    {
        var (count, steps, uses) = (model.Buildings.Count, weather.Length, Enum.GetValues<BuildingUse>());
        var (rows, use) = (new double[count * Lane.Count], new int[count]);
        for (var b = 0; b < count; b++)
        {
            model.Row(b, rows.AsSpan(b * Lane.Count, Lane.Count));
            use[b] = (int)model.Buildings[b].Use;
        }
        var (sky, bySteps) = (new double[steps * SkyWidth], new double[uses.Length * steps * UseWidth]);
        var skies = new SkyOnSectors(model.Options);
        for (var step = 0; step < steps; step++)
        {
            var at = skies.At(weather[step], 3600.0 * step, 3600);
            Flat(at, sky.AsSpan(step * SkyWidth, SkyWidth));
            foreach (var u in uses)
                Flat(UseStepMaker.Of(model.Uses[u], model.Options, weather[step], at.OnPhotovoltaics, 1.204 * 1006, 3600.0 * step, 3600), bySteps.AsSpan((((int)u * steps) + step) * UseWidth, UseWidth));
        }
        return () =>
        {
            var (mass, total, extreme) = (new double[count], new double[count * Lane.Quantities], new double[count * Lane.Extremes]);
            Array.Fill(mass, model.Options.StartTemperature);
            Array.Fill(extreme, double.NegativeInfinity);
            fixed (double* r = rows, s = sky, y = bySteps, m = mass, t = total, e = extreme)
            fixed (int* u = use) district(count, steps, r, u, s, y, m, t, e);
            return total;
        };
    }

    private static void Flat(in SkyStep sky, Span<double> to)
    {
        (to[0], to[1], to[2]) = (sky.IsDay ? 1 : 0, sky.Lit, sky.Open);
        for (var i = 0; i < Lane.Sectors; i++) (to[3 + i], to[11 + i], to[19 + i]) = (sky.Sector[i], sky.ThroughGlass[i], sky.OnOpaque[i]);
        ReadOnlySpan<double> rest = [sky.UpThroughGlass, sky.UpOnOpaque, sky.SkyVertical, sky.SkyHorizontal, sky.GroundVertical, sky.Altitude, sky.Horizon];
        rest.CopyTo(to[27..]);
    }

    private static void Flat(in UseStep u, Span<double> to)
    {
        ReadOnlySpan<double> all =
        [
            u.Seconds, u.PerSecond, u.Presence, u.Occupied, u.HeatPerPerson, u.Lighting, u.Equipment, u.Common, u.HeatingSetPoint, u.CoolingSetPoint, u.HotLimit, u.ColdLimit, u.Air, u.Ground, u.SkyBelow,
            u.FreshAir, u.HeatingElectricity, u.HeatingGas, u.HeatingDistrict, u.CoolingElectricity, u.HotElectricity, u.HotGas, u.HotDistrict, u.Water, u.HotWater, u.Cooking, u.Photovoltaics,
            u.ImportPrice, u.ExportPrice, u.GasPrice, u.DistrictPrice,
        ];
        all.CopyTo(to);
    }
}
