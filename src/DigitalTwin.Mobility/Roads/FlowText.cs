using System.Globalization;

namespace DigitalTwin.Mobility.Roads;

/// <summary>Flows of vehicles as files write them: a bare number is vehicles/h.</summary>
public static class FlowText
{
    /// <summary>What is accepted, for sentences.</summary>
    public const string Accepted = "vehicles/h as a number, or a text with veh/h or veh/s";

    /// <summary>Reads <c>1800</c>, <c>1800 veh/h</c>, <c>0.5 veh/s</c>; vehicles/s.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double flow)
    {
        text = text.Trim();
        var perSecond = text.EndsWith("veh/s", StringComparison.Ordinal);
        if (perSecond || text.EndsWith("veh/h", StringComparison.Ordinal)) text = text[..^5].TrimEnd();
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out flow) || !double.IsFinite(flow)) return false;
        if (!perSecond) flow = FromPerHour(flow);
        return true;
    }

    /// <summary>Vehicles/h in vehicles/s.</summary>
    public static double FromPerHour(double flow) => flow / 3600;

    /// <summary>The vehicles/h that give exactly a flow in vehicles/s, or NaN when no number of at most 12 digits does.</summary>
    public static double InPerHour(double flow) => SpeedText.Exactly(flow, 3600);
}
