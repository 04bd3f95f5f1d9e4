using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;

namespace DigitalTwin.Grains.RoadLinks;

/// <summary>A road link: speed, flow, open or closed. Vehicles on a link that is said to be closed are a conflict.</summary>
internal sealed class RoadLinkBehaviour : TwinBehaviour
{
    public static readonly RoadLinkBehaviour Only = new();
    private static readonly string[] All = ["open", "close"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> CommandsOf(string asset) => All;

    /// <inheritdoc/>
    public override void Take(Twin twin, Observation observation, Draft draft)
    {
        if (observation.Property is not ("flow" or "status")) return;
        var (flow, closed) = (twin.Number("flow"), twin.Word("status") == "closed" || twin.Number("status") == 0);
        if (!closed || !(flow > 0)) twin.Alerts.Clear(draft, "conflict:flow", observation.ObservedAt);
        else if (observation.Property == "flow")
            twin.Alerts.Raise(draft, AlertText.Conflict(twin.Asset, "flow", Severity.Moderate, flow, Micros.Of(observation.ObservedAt), new(
                $"{AlertText.Number(flow * 3600)} vehicles an hour are seen on a road that is said to be closed.", $"道路标为关闭，却观测到每小时 {AlertText.Number(flow * 3600)} 辆车。")));
    }

    /// <inheritdoc/>
    public override IEnumerable<Figure> Figures(Twin twin, long now)
    {
        var (speed, flow, length) = (twin.Number("speed"), twin.Number("flow"), twin.Site.Assets.Attribute(twin.Asset, "length"));
        if (speed > 0 && length > 0) yield return new("travel-time", length / speed, "s");
        if (speed > 0 && flow >= 0) yield return new("density", flow / speed, "veh/m");
    }

    /// <inheritdoc/>
    public override Deed? Do(Twin twin, Command command, Draft draft)
    {
        if (!All.Contains(command.Name)) return null;
        var status = command.Name == "open" ? "open" : "closed";
        twin.Tell("status", double.NaN, status, command.Requester, draft);
        return Deed.Done($"'{twin.Asset}' is {status}.");
    }
}
