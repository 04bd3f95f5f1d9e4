using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>A number by link, NaN where it is not known: the same in links.csv, links.geojson and results.gpkg.</summary>
internal sealed record LinkColumn(string Name, string Meaning, Func<int, double> Value)
{
    /// <summary>Columns that every solution has.</summary>
    public static IReadOnlyList<LinkColumn> Of(AssignInput input, AssignmentModel model, AssignmentState state)
    {
        var network = model.Network;
        return
        [
            new("volume", "Flow of all classes, passenger-car units, in the unit of capacity", link => state.Volume[link]),
            new("capacity", "Capacity, with its factor if there is one", Capacity),
            new("volume_to_capacity", "Flow by capacity", link => Capacity(link) > 0 ? state.Volume[link] / Capacity(link) : 0),
            new("free_time", "Travel time without traffic", link => network.FreeTime[link]),
            new("time", "Travel time", link => state.Time[link]),
            new("cost", "Travel time with toll and distance as time, for the first class", link => state.Time[link] + input.Classes[0].FixedCost(network, link)),
            new("length", "Length", link => network.Length[link]),
        ];

        double Capacity(int link) => network.Capacity[link] * state.CapacityFactor[link];
    }

    /// <summary>Columns by class, beside a base and of selected links.</summary>
    public static IEnumerable<LinkColumn> More(AssignmentModel model, AssignmentState state, AssignmentDifference? difference, IReadOnlyList<SelectedLink> selected)
    {
        if (model.Classes.Count > 1)
            foreach (var (vehicles, traveller) in state.Vehicles.Zip(model.Classes)) yield return new($"vehicles_{traveller.Name}", $"Vehicles of class {traveller.Name}", link => vehicles[link]);
        if (difference is not null)
        {
            yield return new("base_volume", "Flow in the base", link => difference.StateBefore.Volume[link]);
            yield return new("volume_difference", "Flow less that in the base", difference.Volume);
            yield return new("base_time", "Travel time in the base", link => difference.StateBefore.Time[link]);
            yield return new("time_difference", "Travel time less that in the base; not known of a closed link", link => state.Closed[link] || difference.StateBefore.Closed[link] ? double.NaN : state.Time[link] - difference.StateBefore.Time[link]);
        }
        foreach (var selection in selected) yield return new($"selected_{model.Network.LinkIds[selection.Link]}", $"Flow of those who use {model.Network.LinkIds[selection.Link]}", link => selection.Volume[link]);
    }
}
