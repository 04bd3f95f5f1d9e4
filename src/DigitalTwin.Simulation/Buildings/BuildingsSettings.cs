using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Schedules;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>The settings of buildings for one variant; see <see cref="BuildingsVocabulary"/> for what each means.</summary>
public sealed record BuildingsSettings
{
    /// <summary>People beside what the map says (-).</summary>
    public double People { get; init; } = 1;

    /// <summary>Multiplies what electricity costs (-).</summary>
    public double PriceFactor { get; init; } = 1;

    /// <summary>Temperature of the ground, °C; null for the climate's mean.</summary>
    public double? GroundTemperature { get; init; }

    /// <summary>Whether who is on the road is missing from the building to which the trip leads.</summary>
    public bool PeopleByTrips { get; init; } = true;

    /// <summary>The settings of a variant; what it does not give keeps its default.</summary>
    public static BuildingsSettings Of(IReadOnlyDictionary<string, ParameterValue> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        return new BuildingsSettings
        {
            People = Number("people") / 100 ?? 1,
            PriceFactor = Number("price-factor") ?? 1,
            GroundTemperature = Number("ground-temperature"),
            PeopleByTrips = Number("people-by-trips") is not 0.0,
        };

        double? Number(string name) => given.GetValueOrDefault($"{BuildingsVocabulary.Domain}.{name}")?.Number;
    }

    /// <summary>The options with these settings laid over them.</summary>
    public BuildingsOptions Over(BuildingsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (PriceFactor == 1) return options;
        var hours = new double[WeekProfile.Hours];
        for (var hour = 0; hour < hours.Length; hour++) hours[hour] = options.Tariff.Electricity[hour] * PriceFactor;
        return options with { Tariff = options.Tariff with { Electricity = new WeekProfile(hours) } };
    }

    /// <summary>What these settings assume, for a reader.</summary>
    /// <param name="ground">Temperature of the ground, °C.</param>
    public IEnumerable<LocalizedText> Assumptions(double ground)
    {
        yield return new($"The ground below buildings has {ground:0.0} °C all the time.", $"建筑下地温恒为 {ground:0.0} °C。");
        if (People != 1) yield return new($"People in buildings are {People:P0} of what the map says.", $"建筑人数为地图设定的 {People:P0}。");
    }
}
