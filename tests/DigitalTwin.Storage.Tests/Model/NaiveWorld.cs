using DigitalTwin.Grains.Contracts.Telemetry;

namespace DigitalTwin.Storage.Tests.Model;

/// <summary>A value as the model keeps it; instants in minutes.</summary>
internal sealed record Value(long Order, string Asset, string Property, int Minute, string Source, Quality Quality, bool Simulated, double Number);

/// <summary>A frame as the model keeps it.</summary>
internal sealed record Frame(long Order, string Property, int Minute, float[] Values);

/// <summary>
/// What a world is, without any thought of speed: a list of its own values in the order in which they came, and a parent seen up to an instant and an order. Each question is answered by
/// looking at everything.
/// </summary>
internal sealed class NaiveWorld(NaiveWorld? parent, int forkedAt, long forkedUpTo)
{
    public static readonly string[] Assets = [City.Tank, City.Lot];

    public List<Value> Own { get; } = [];

    public List<Frame> Frames { get; } = [];

    /// <summary>The instant that a fork of now has.</summary>
    public int? NewestMinute
    {
        get
        {
            int?[] instants = [Own.Count > 0 ? Own.Max(v => v.Minute) : null, Frames.Count > 0 ? Frames.Max(f => f.Minute) : null, parent is null ? null : forkedAt];
            return instants.Max();
        }
    }

    public bool Add(Value value)
    {
        if (Own.Any(v => (v.Asset, v.Property, v.Minute, v.Source) == (value.Asset, value.Property, value.Minute, value.Source))) return false;
        Own.Add(value);
        return true;
    }

    public void Add(Frame frame)
    {
        if (!Frames.Any(f => (f.Property, f.Minute) == (frame.Property, frame.Minute))) Frames.Add(frame);
    }

    /// <summary>The value of a property that stands at an instant; NaN for none.</summary>
    public double Newest(string asset, string property, bool simulated, int minute)
    {
        var candidates = Visible(minute).Where(v => v.Value.Asset == asset && v.Value.Property == property && v.Value.Simulated == simulated && v.Value.Quality != Quality.Bad)
            .Select(v => (v.Value.Minute, v.Depth, v.Value.Order, v.Value.Number)).ToList();
        if (simulated)
        {
            // Of each world the newest frame, whatever it holds for the asset.
            var newest = VisibleFrames(minute).Where(f => f.Frame.Property == property).GroupBy(f => f.Depth).Select(g => g.MaxBy(f => f.Frame.Minute));
            candidates.AddRange(newest.Select(f => (f.Frame.Minute, f.Depth, long.MinValue, (double)f.Frame.Values[Array.IndexOf(Assets, asset)])).Where(f => !double.IsNaN(f.Item4)));
        }
        return candidates.Count == 0 ? double.NaN : candidates.OrderByDescending(c => c.Minute).ThenBy(c => c.Depth).ThenByDescending(c => c.Item3).First().Item4;
    }

    /// <summary>All values of a property with their instants; of the same source and instant in two worlds only the nearer.</summary>
    public IEnumerable<(int Minute, double Number)> Samples(string asset, string property)
    {
        var values = Visible(int.MaxValue).Where(v => v.Value.Asset == asset && v.Value.Property == property && v.Value.Quality != Quality.Bad).ToList();
        var frames = VisibleFrames(int.MaxValue).Where(f => f.Frame.Property == property).ToList();
        return values.Where(v => !values.Any(o => o.Depth < v.Depth && (o.Value.Minute, o.Value.Source, o.Value.Simulated) == (v.Value.Minute, v.Value.Source, v.Value.Simulated)))
            .Select(v => (v.Value.Minute, v.Value.Number))
            .Concat(frames.Where(f => !frames.Any(o => o.Depth < f.Depth && o.Frame.Minute == f.Frame.Minute))
                .Select(f => (f.Frame.Minute, (double)f.Frame.Values[Array.IndexOf(Assets, asset)])).Where(f => !double.IsNaN(f.Item2)));
    }

    private IEnumerable<(Value Value, int Depth)> Visible(int minute) => Own.Where(v => v.Minute <= minute).Select(v => (v, 0))
        .Concat(parent?.Visible(Math.Min(minute, forkedAt)).Where(v => v.Value.Order <= forkedUpTo).Select(v => (v.Value, v.Depth + 1)) ?? []);

    private IEnumerable<(Frame Frame, int Depth)> VisibleFrames(int minute) => Frames.Where(f => f.Minute <= minute).Select(f => (f, 0))
        .Concat(parent?.VisibleFrames(Math.Min(minute, forkedAt)).Where(f => f.Frame.Order <= forkedUpTo).Select(f => (f.Frame, f.Depth + 1)) ?? []);
}
