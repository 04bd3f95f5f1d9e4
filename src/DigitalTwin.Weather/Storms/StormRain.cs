using DigitalTwin.Numerics.Geodesy;
using DigitalTwin.Weather.Series;
using DigitalTwin.Weather.Stations;

namespace DigitalTwin.Weather.Storms;

/// <summary>A storm ready to rain: its depth in any interval, exact however the time is cut, and its factor at each place.</summary>
internal sealed class StormRain
{
    private readonly ChicagoStorm chicago;
    private readonly double begin, minutes, scale;
    private readonly bool isBlock;
    private readonly double blockDepth;

    /// <param name="spec">The storm.</param>
    /// <param name="places">The places.</param>
    /// <param name="weights">How the stations count at them: their rain factors hold for storms too.</param>
    /// <param name="rainFactors">Rain factor of each station.</param>
    /// <param name="luck">Factor of this replication on its depth.</param>
    public StormRain(StormSpec spec, IReadOnlyList<WeatherPlace> places, StationWeights weights, double[] rainFactors, double luck)
    {
        minutes = spec.Duration.TotalMinutes;
        (begin, blockDepth) = (Instant.Seconds(spec.Begins), spec.Depth * luck);
        isBlock = spec.Kind == StormKind.Block;
        if (!isBlock)
        {
            // The return period scales a Chicago storm and does not change its shape: any will do when the depth is given.
            chicago = new ChicagoStorm(spec.Formula, double.IsNaN(spec.GivenDepth) ? spec.ReturnPeriod : 10, minutes, spec.EffectivePeakRatio);
            scale = blockDepth / chicago.TotalDepth;
        }
        Factor = new double[places.Count];
        for (var p = 0; p < Factor.Length; p++)
        {
            Factor[p] = spec.PlaceFactors.TryGetValue(places[p].Id, out var factor) ? factor : 1;
            Factor[p] *= weights.Blend(rainFactors, p);
            if (spec.Footprint is not { } footprint) continue;
            var d = SphereDistance.Between(places[p].Longitude, places[p].Latitude, footprint.Longitude, footprint.Latitude) / footprint.Radius;
            Factor[p] *= Math.Exp(-0.5 * d * d);
        }
    }

    /// <summary>Factor at each place.</summary>
    public double[] Factor { get; }

    /// <summary>Mean intensity where the factor is 1, mm/h.</summary>
    /// <param name="from">s since 1970.</param>
    /// <param name="until">s since 1970, after <paramref name="from"/>.</param>
    public double Intensity(double from, double until)
    {
        double a = (from - begin) / 60, b = (until - begin) / 60;
        if (b <= 0 || a >= minutes) return 0;
        return (DepthUntil(b) - DepthUntil(a)) * 3600 / (until - from);
    }

    private double DepthUntil(double t) => isBlock ? blockDepth * Math.Clamp(t / minutes, 0, 1) : scale * chicago.DepthUntil(t);
}
