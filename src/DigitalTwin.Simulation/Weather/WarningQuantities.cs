using DigitalTwin.Simulation.Loop;
using DigitalTwin.Weather;
using DigitalTwin.Weather.Warnings;

namespace DigitalTwin.Simulation.Weather;

/// <summary>
/// Warning signals as quantities of the exchange, a value for every district and signal: the level in force (0 none, 1 blue to 4 red), and, in the step in
/// which it changes, when the change was issued and when its threshold is reached (s since the scenario's start; NaN in other steps).
/// </summary>
internal sealed class WarningQuantities
{
    public const string Level = "weather.warning-level", IssuedAt = "weather.warning-issued", ReachedAt = "weather.warning-reached";

    private readonly WeatherModel model;
    private readonly Recording recording;
    private readonly string[] signals;
    private readonly double[] level, issued, reached;

    public WarningQuantities(WeatherModel model, WarningTable table, Recording recording)
    {
        (this.model, this.recording) = (model, recording);
        signals = [.. table.Signals.Select(s => s.Id)];
        var n = model.Places.Count * signals.Length;
        Values = [level = new double[n], issued = new double[n], reached = new double[n]];
    }

    /// <summary>Level, issue and reach, by place and then by signal.</summary>
    public double[][] Values { get; }

    /// <summary>Reads the signals after a step.</summary>
    public void Read(WeatherState state)
    {
        Array.Fill(issued, double.NaN);
        Array.Fill(reached, double.NaN);
        for (var place = 0; place < model.Places.Count; place++)
            for (var s = 0; s < signals.Length; s++) level[place * signals.Length + s] = (double)model.LevelInForce(state, place, signals[s]);
        foreach (var change in model.Changes(state))
        {
            var at = Row(change.Place.Id) * signals.Length + Array.IndexOf(signals, change.Signal.Id);
            issued[at] = (change.IssuedAt - recording.Start).TotalSeconds;
            reached[at] = (change.ReachedAt - recording.Start).TotalSeconds;
        }
    }

    private int Row(string place)
    {
        for (var i = 0; i < model.Places.Count; i++)
            if (model.Places[i].Id == place) return i;
        return -1;
    }
}
