using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Weather;
using DigitalTwin.Weather.Series;
using DigitalTwin.Weather.Stations;

namespace DigitalTwin.Simulation.Starting;

/// <summary>
/// What a starting point says of the weather: what stations measured is laid over their climate as a nowcast (S7; equations Y22 and Y23 of the weather), as long
/// before the run's beginning as it was measured before the world's instant. The run begins with the weather that is and goes over into the climate's.
/// </summary>
internal static class WeatherStarting
{
    private const string Station = "weather/station";

    private static readonly LocalizedText Climate = new("the climate's value at that time", "气候资料该时刻数值");

    /// <summary>The elements and the properties by which stations tell them: <c>air-temperature</c>.</summary>
    public static IReadOnlyList<(string Property, WeatherElement Element)> Properties { get; } =
        [.. Enum.GetValues<WeatherElement>().Select(e => (Name(e.ToString()), e))];

    /// <summary>The inputs of a variant with what the stations measured.</summary>
    /// <param name="ledger">The starting point.</param>
    /// <param name="inputs">The variant's weather.</param>
    /// <param name="settings">The variant's settings.</param>
    /// <param name="first">The simulated instant at which the run begins.</param>
    public static WeatherInputs Read(StartLedger ledger, WeatherInputs inputs, IReadOnlyDictionary<string, ParameterValue> settings, DateTimeOffset first)
    {
        var age = Time("start.age", 2);
        var observed = inputs.Stations.ToDictionary(s => s, _ => new Dictionary<WeatherElement, Measured>());
        foreach (var (property, element) in Properties)
        {
            var account = ledger.Open(Station, property, age, Climate, isRare: element is not (WeatherElement.AirTemperature or WeatherElement.Precipitation));
            var (least, most) = Nowcast.Believable(element);
            foreach (var station in inputs.Stations)
            {
                if (account.Ask(station.Id) is not { } reading) continue;
                if (reading.Text is not null || reading.Value < least || reading.Value > most)
                    account.Refuse(reading, $"The {property} of {reading.Asset} is {reading.Text ?? $"{reading.Value:0.###}"}, outside {least:0.###} to {most:0.###}; it is not used.",
                        $"{reading.Asset} 的“{property}”为 {reading.Text ?? $"{reading.Value:0.###}"}，超出 {least:0.###} 至 {most:0.###}，未采用。");
                else if (first - ledger.Start.Age(reading) is var at && Nowcast.CanApproach(station.Series, element, at)) observed[station].Add(element, new(at, reading.Value));
                else account.PutBack(reading);
            }
        }
        return inputs with
        {
            Stations = [.. inputs.Stations.Select(s => observed[s].Count == 0 ? s : s with
            {
                Nowcast = new Nowcast(observed[s]) { Memory = Time("start.memory", 3), RainMemory = Time("start.rain-memory", 1) },
            })],
        };

        TimeSpan Time(string name, double hours) => TimeSpan.FromSeconds(settings.GetValueOrDefault("weather." + name)?.Number ?? hours * 3600);
    }

    /// <summary><c>AirTemperature</c> is <c>air-temperature</c>.</summary>
    private static string Name(string element) =>
        string.Concat(element.Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(c)}" : $"{c}"));
}
