using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Roads;

/// <summary>Whether a street can be: ids that nobody else has, and values that mean something. Every mistake is reported.</summary>
internal sealed class StreetCheck(string file, ProblemList problems)
{
    private const double MostLanes = 20, FastestSpeed = 200 / 3.6, LongestStreet = 1e6;

    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    public bool Of(Street street)
    {
        var before = problems.ErrorCount;
        var id = street.Id;
        foreach (var link in LinkColumns.IdsOf(street))
            if (!seen.TryAdd(link, street.Line))
            {
                Error(street, $"would have the link '{link}' a second time", seen[link] > 0 ? $" The first is in line {seen[link]}." : "");
                break;
            }
        for (var i = 0; i < street.Course.Length; i += 2)
            if (!(Math.Abs(street.Course[i]) <= 180 && Math.Abs(street.Course[i + 1]) <= 90))
            {
                Error(street, $"goes through ({street.Course[i]}, {street.Course[i + 1]}), which is no longitude and latitude in degrees");
                break;
            }
        if (!(double.IsNaN(street.Length) || street.Length is > 0 and <= LongestStreet)) Error(street, $"is {street.Length} m long; a length is above 0, up to {LongestStreet / 1000:F0} km");
        if (street.Direction == StreetDirection.Forward && street.Backward != StreetLanes.Unsaid || street.Direction == StreetDirection.Backward && street.Forward != StreetLanes.Unsaid)
            Error(street, "is one-way, yet something is said of its other direction");
        Of(street, street.Forward, StreetLanes.Unsaid);
        Of(street, street.Backward, street.Forward);
        return problems.ErrorCount == before;
    }

    public void Share(double share, string what, int line, int column)
    {
        if (double.IsNaN(share) || share is > 0 and <= 1) return;
        problems.Error(file, line, column, $"{what} has the green share {share}; a share of the cycle is accepted, above 0, up to 1.{(share is > 1 and <= 100 ? $" Did you mean {share / 100}?" : "")}");
    }

    public void Error(Street street, string what, string more = "") => problems.Error(file, street.Line, street.Column, $"The street '{street.Id}' {what}.{more}");

    /// <summary>What is said of a direction; a value that is said of both has one sentence.</summary>
    private void Of(Street street, StreetLanes said, StreetLanes told)
    {
        if (!(said.Lanes.Equals(told.Lanes) || double.IsNaN(said.Lanes) || said.Lanes is > 0 and <= MostLanes)) Error(street, $"has {said.Lanes} lanes in one direction; above 0, up to {MostLanes} are accepted");
        if (!(said.Speed.Equals(told.Speed) || double.IsNaN(said.Speed) || said.Speed is > 0 and <= FastestSpeed)) Error(street, $"has the speed {said.Speed * 3.6:0.###} km/h; above 0, up to {FastestSpeed * 3.6:F0} km/h are accepted");
        if (!(said.Capacity.Equals(told.Capacity) || double.IsNaN(said.Capacity) || said.Capacity is > 0 and <= 100)) Error(street, $"has the capacity {said.Capacity * 3600:0.###} vehicles/h; more than 0 are accepted (a closed street belongs into a scenario)");
        if (!(said.Storage.Equals(told.Storage) || double.IsNaN(said.Storage) || said.Storage is >= 1 and <= 1e6)) Error(street, $"stores {said.Storage} vehicles; at least 1 is accepted");
        if (!said.GreenShare.Equals(told.GreenShare)) Share(said.GreenShare, $"The street '{street.Id}'", street.Line, street.Column);
    }
}
