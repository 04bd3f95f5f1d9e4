using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>Whose trips a selected link carries: the greatest of them.</summary>
internal sealed record SelectionSummary(string Link, double Volume, int Pairs, List<SelectionSummary.User> MostTrips)
{
    private const int Shown = 8;

    public sealed record User(string? Class, string Origin, string Destination, double Vehicles, double Share);

    public static SelectionSummary Of(SelectedLink selected, AssignmentModel model, AssignmentState state) => new(
        model.Network.LinkIds[selected.Link], state.Volume[selected.Link], selected.Trips.Count,
        [
            .. selected.Trips.OrderByDescending(t => t.Vehicles).Take(Shown)
                .Select(t => new User(model.Classes.Count > 1 ? model.Classes[t.Traveller].Name : null, model.Network.NodeIds[t.Origin], model.Network.NodeIds[t.Destination], t.Vehicles, t.Share)),
        ]);

    public void Write(TextWriter to)
    {
        to.WriteLine($"{Environment.NewLine}{$"users of {Link}",-24}{"vehicles",12}{"share of pair",16}    {Volume:0.0} of {Pairs} pairs");
        foreach (var user in MostTrips) to.WriteLine($"{$"{user.Class} {user.Origin} to {user.Destination}".Trim(),-24}{user.Vehicles,12:0.0}{100 * user.Share,14:0.0} %");
    }
}
