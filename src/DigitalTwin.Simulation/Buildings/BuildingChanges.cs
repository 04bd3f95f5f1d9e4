using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Districts;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>
/// What actions have set of the buildings of a partition and not yet ended, each word of an action by itself: where one says how rooms are cooled and a later one how they are heated, both hold; of two that say
/// how rooms are cooled the latest holds.
/// </summary>
internal sealed class BuildingChanges
{
    /// <summary>Peak power of photovoltaics per area of roof that carries them, W/m²: modules of 20 % efficiency under 1000 W/m², an assumption.</summary>
    public const double PeakPerArea = 200;

    private static readonly string[] Words = ["heating", "cooling"], Response = ["heating", "cooling", "shed"], Envelope = ["wall", "roof", "floor", "window", "solar-factor", "infiltration", "photovoltaics"];

    private readonly StandingChanges uses = new(), outages = new();
    private readonly StandingChanges[] setPoints = [.. Words.Select(_ => new StandingChanges())];
    private readonly StandingChanges[] responses = [.. Response.Select(_ => new StandingChanges())];
    private readonly StandingChanges[] envelopes = [.. Envelope.Select(_ => new StandingChanges())];

    /// <summary>Begins or ends what an action says of a building, by its row in the partition.</summary>
    public void Change(DueAction action, int b)
    {
        switch (action.Name)
        {
            case "change-use":
                // Nobody says how many people: as many as the use has.
                uses.Change(action, b, action.Values.GetValueOrDefault("occupants", double.NaN), (ulong)Parsed(action.Words["use"]));
                break;
            case "outage":
                outages.Change(action, b);
                break;
            case "setpoint":
                Each(action, b, Words, setPoints);
                break;
            case "demand-response":
                Each(action, b, Response, responses);
                break;
            case "retrofit":
                Each(action, b, Envelope, envelopes);
                break;
        }
    }

    /// <summary>A building's control with all that stands; whether it stands itself, who is there and what water comes are not asked here.</summary>
    public BuildingControl Over(BuildingControl now, Building building, int b)
    {
        var roof = Said(envelopes[6], b, double.NaN);
        return now with
        {
            Use = uses.Of(b) is { } use ? (BuildingUse)use.Mark : building.Use,
            IsPowered = !outages.Any(b),
            HeatingSetPoint = Said(setPoints[0], b, double.NaN),
            CoolingSetPoint = Said(setPoints[1], b, double.NaN),
            HeatingOffset = 0 - Said(responses[0], b, 0),
            CoolingOffset = Said(responses[1], b, 0),
            LoadFactor = 1 - Said(responses[2], b, 0) / 100,
            Retrofit = new Retrofit(Renewed(0), Renewed(1), Renewed(2), Renewed(3), Renewed(4), Renewed(5)),
            Photovoltaics = double.IsNaN(roof) ? double.NaN : building.RoofForPhotovoltaics * PeakPerArea * roof / 100,
        };

        double Renewed(int part) => Said(envelopes[part], b, double.NaN);
    }

    /// <summary>How many people a building of another use holds; NaN where no action says it.</summary>
    public double Occupants(int b) => Said(uses, b, double.NaN);

    /// <summary>Writes what stands.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (var changes in All()) changes.Save(writer);
    }

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader)
    {
        foreach (var changes in All()) changes.Load(reader);
    }

    private IEnumerable<StandingChanges> All() => [uses, outages, .. setPoints, .. responses, .. envelopes];

    private static void Each(DueAction action, int b, string[] words, StandingChanges[] changes)
    {
        for (var word = 0; word < words.Length; word++)
            if (action.Values.TryGetValue(words[word], out var value)) changes[word].Change(action, b, value);
    }

    private static double Said(StandingChanges changes, int b, double otherwise) => changes.Of(b)?.Amount ?? otherwise;

    private static BuildingUse Parsed(string word) => BuildingUseWords.TryParse(word, out var use) ? use : BuildingUse.Other;
}
