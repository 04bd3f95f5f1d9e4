using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;

namespace DigitalTwin.Grains.WaterAssets;

/// <summary>
/// A junction, reservoir, pipe, pump or valve. What can be operated takes <c>open</c>, <c>close</c> and <c>set</c>: in a live world the command is handed on and its effect seen when a
/// sensor says so; in a fork it is assumed.
/// </summary>
internal class WaterAssetBehaviour : TwinBehaviour
{
    public static readonly WaterAssetBehaviour Fixed = new();
    private static readonly string[] All = ["open", "close", "set"];

    /// <inheritdoc/>
    public override Deed? Do(Twin twin, Command command, Draft draft) => IsOperated(twin.Asset) && All.Contains(command.Name) ? Operate(twin, command, draft) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> CommandsOf(string asset) => IsOperated(asset) ? All : [];

    private static Deed Operate(Twin twin, Command command, Draft draft)
    {
        var setting = command.Arguments.GetValueOrDefault("setting", double.NaN);
        if (command.Name == "set" && !(setting >= 0))
            return Deed.Refused(double.IsNaN(setting) ? "'set' needs the number 'setting': a pump's relative speed, or a valve's setting in SI." : $"The setting is {AlertText.Number(setting)}; 0 or more is accepted.");
        var wanted = command.Name switch { "open" => "open", "close" => "closed", _ => $"at setting {AlertText.Number(setting)}" };
        if (twin.Site.IsLive) return Deed.Sent($"'{twin.Asset}' is to be {wanted}; it counts as done when telemetry says so.");
        if (command.Name == "set") twin.Tell("setting", setting, null, command.Requester, draft);
        else twin.Tell("status", double.NaN, command.Name == "open" ? "open" : "closed", command.Requester, draft);
        return Deed.Done($"'{twin.Asset}' is taken to be {wanted} in '{twin.Site.World.Name}'.");
    }

    private static bool IsOperated(string asset) =>
        asset.StartsWith("water/pump/", StringComparison.Ordinal) || asset.StartsWith("water/valve/", StringComparison.Ordinal) || asset.StartsWith("water/pipe/", StringComparison.Ordinal);
}
