using DigitalTwin.Buildings.Use;
using DigitalTwin.Buildings.Weather;

namespace DigitalTwin.Buildings.Districts;

/// <summary>One advance of a district: what is the same for many buildings is made once, then block after block goes through all steps.</summary>
internal sealed class DistrictRun(BuildingsModel model, BuildingsState state, SkyOnSectors skies, UseProfile[] profiles, double airHeat)
{
    /// <summary>Steps for which skies and uses are made at once: two days of hours.</summary>
    private const int Stretch = 48;

    /// <summary>Advances over all steps.</summary>
    public void Advance(ReadOnlySpan<Outdoors> weather, double from, double seconds, int steps, Span<double> sums, CancellationToken cancellation)
    {
        for (var first = 0; first < steps; first += Stretch)
        {
            var count = Math.Min(Stretch, steps - first);
            Stretched(
                weather.Slice(first * model.Places, count * model.Places), from + (first * seconds), seconds, count,
                sums.Length == 0 ? sums : sums.Slice(first * Lane.Quantities, count * Lane.Quantities), cancellation);
        }
    }

    private void Stretched(ReadOnlySpan<Outdoors> weather, double from, double seconds, int steps, Span<double> sums, CancellationToken cancellation)
    {
        var layout = state.Layout;
        var sky = new SkyStep[steps];
        var use = new UseStep[steps];
        var (place, profile) = (-1, -1);
        Span<double> unheard = stackalloc double[Lane.Quantities];
        for (var block = 0; block < layout.Blocks; block++)
        {
            cancellation.ThrowIfCancellationRequested();
            // Blocks are in the order of place and use.
            if (layout.Place(block) != place)
            {
                (place, profile) = (layout.Place(block), -1);
                for (var step = 0; step < steps; step++) sky[step] = skies.At(weather[(step * model.Places) + place], from + (step * seconds), seconds);
            }
            if (layout.Use(block) != profile)
            {
                profile = layout.Use(block);
                for (var step = 0; step < steps; step++)
                    use[step] = UseStepMaker.Of(profiles[profile], model.Options, weather[(step * model.Places) + place], sky[step].OnPhotovoltaics, airHeat, from + (step * seconds), seconds);
            }
            var columns = state.Columns[block].AsSpan();
            var moving = state.Moving.AsSpan(block * Lane.Moving * Lane.Width, Lane.Moving * Lane.Width);
            for (var step = 0; step < steps; step++)
                BlockKernel.Advance(columns, moving, sky[step], use[step], sums.Length == 0 ? unheard : sums.Slice(step * Lane.Quantities, Lane.Quantities));
        }
    }
}
