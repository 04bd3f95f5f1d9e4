using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>Names that only a map knows, and that events on roads and parking use: groups of drivers, tariffs, places to which people drive. An unknown one is a mistake of its value, told while the scenario is read.</summary>
/// <param name="drivers">Groups of drivers.</param>
/// <param name="tariffs">Tariffs.</param>
/// <param name="places">Places of demand.</param>
/// <param name="placeOf">The place of demand that an asset is, or that is nearest to it; -1 when there is none.</param>
internal sealed class MobilityNames(IReadOnlyList<DriverGroup> drivers, IReadOnlyList<Tariff> tariffs, Places places, Func<string, int> placeOf)
{
    private readonly string[] groups = [.. drivers.SelectMany(d => d.Permits.Prepend(d.Name)).Distinct(StringComparer.Ordinal)];
    private readonly string[] names = [.. drivers.Select(d => d.Name)];
    private readonly string[] prices = [MobilityVocabulary.Free, .. tariffs.Select(t => t.Id)];

    /// <summary>Actions that take only these names.</summary>
    public IReadOnlyList<ActionDeclaration> In(IReadOnlyList<ActionDeclaration> actions) =>
        [.. actions.Select(a => a.Domain != MobilityVocabulary.Domain ? a : a with { Parameters = [.. a.Parameters.Select(p => p with { Objection = ObjectionTo(a.Name, p.Name) ?? p.Objection })] })];

    private Func<ParameterValue, string?>? ObjectionTo(string action, string parameter) => parameter switch
    {
        // Spaces are kept for some of the drivers; kept for everybody they would not be kept.
        "for" when action == "reserve" => Known(groups, "group of drivers"),
        "for" or "with" => Known([MobilityVocabulary.Everybody, .. groups], "group of drivers"),
        "group" => Known(names, "group of drivers"),
        "tariff" => Known(prices, "tariff"),
        "to" => value => placeOf(value.Text) >= 0 ? null
            : $"Nobody can drive to '{value.Text}': neither it nor anything near it is a place of the map's demand.{NearestName.Hint(value.Text, places.Ids)}",
        _ => null,
    };

    private static Func<ParameterValue, string?> Known(string[] known, string what) =>
        value => known.Contains(value.Text) ? null : $"The map has no {what} '{value.Text}'; it has {string.Join(", ", known)}.{NearestName.Hint(value.Text, known)}";
}
