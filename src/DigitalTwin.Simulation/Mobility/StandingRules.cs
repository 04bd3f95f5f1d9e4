using DigitalTwin.Cities.Maps.Parking;
using DigitalTwin.Mobility.Parking.Curbs;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>The rules of lots and kerbs while events regulate them. The latest begun holds for whom and at the hours that it names; for others and at other hours the one begun before it does, and in the end the map.</summary>
internal sealed class StandingRules
{
    // By facility what stands: the longest stay as the amount, and as the mark which of the sayings.
    private readonly StandingChanges standing = new();
    private readonly List<Saying> sayings = [];

    /// <summary>Begins a rule at the beginning of 'regulate', and ends that one at its end.</summary>
    public void Change(DueAction action, int facility)
    {
        var said = new Saying(Word("activity"), Word("hours"), Word("for"));
        if (!sayings.Contains(said)) sayings.Add(said);
        standing.Change(action, facility, action.Values.GetValueOrDefault("stay", double.PositiveInfinity), (ulong)sayings.IndexOf(said));

        string Word(string name) => action.Words.GetValueOrDefault(name, "");
    }

    /// <summary>The rules that stand, in the order in which they began.</summary>
    public IReadOnlyList<CurbPolicy> Of(int facility) => [.. standing.All(facility).Select(one => sayings[(int)one.Mark].Policy(one.Amount))];

    /// <summary>Whether anything stands.</summary>
    public bool Any(int facility) => standing.Any(facility);

    /// <summary>Writes what stands.</summary>
    public void Save(BinaryWriter writer)
    {
        standing.Save(writer);
        writer.Write(sayings.Count);
        foreach (var word in sayings.SelectMany(said => (string[])[said.Activity, said.Hours, said.For])) writer.Write(word);
    }

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader)
    {
        standing.Load(reader);
        sayings.Clear();
        for (var left = reader.ReadInt32(); left > 0; left--) sayings.Add(new(reader.ReadString(), reader.ReadString(), reader.ReadString()));
    }

    /// <summary>What a rule says in words, besides its longest stay; empty where it says nothing.</summary>
    private sealed record Saying(string Activity, string Hours, string For)
    {
        public CurbPolicy Policy(double longestStay) => new(CurbActivities.TryParse(Activity, out var said) ? said : CurbActivity.Parking)
        {
            Hours = WeekHours.TryParse(Hours, out var times, out _) ? times : [],
            Groups = For is "" or MobilityVocabulary.Everybody ? [] : [For],
            LongestStay = longestStay,
        };
    }
}
