using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Rows;

/// <summary>How a pipe is set at the start.</summary>
public enum PipeStatus : byte
{
    /// <summary>Open, unsaid.</summary>
    Unsaid,

    /// <summary>Open.</summary>
    Open,

    /// <summary>Closed.</summary>
    Closed,

    /// <summary>Has a check valve: flow from the first node to the second only.</summary>
    CheckValve,
}

/// <summary>A line of [PIPES], in the file's units. NaN stands for a value that the line leaves out.</summary>
/// <param name="Id">Id, unique among links, at most 31 bytes.</param>
/// <param name="From">First node.</param>
/// <param name="To">Second node.</param>
/// <param name="Length">Length, ft or m; 330 ft or 100 m when left out.</param>
/// <param name="Diameter">Diameter, in or mm; 10 in or 254 mm when left out.</param>
/// <param name="Roughness">C (H-W), 10⁻³ ft or mm (D-W) or n (C-M); 130, 0.0005 or 0.01 when left out.</param>
/// <param name="MinorLoss">Minor loss coefficient; 0 when left out.</param>
/// <param name="Status">Status at the start.</param>
/// <param name="Comment">What follows the semicolon, or null.</param>
public readonly record struct PipeRow(
    string Id,
    string From,
    string To,
    double Length = double.NaN,
    double Diameter = double.NaN,
    double Roughness = double.NaN,
    double MinorLoss = double.NaN,
    PipeStatus Status = PipeStatus.Unsaid,
    string? Comment = null);

/// <summary>A line of [PUMPS], in the file's units.</summary>
/// <param name="Id">Id, unique among links, at most 31 bytes.</param>
/// <param name="From">Suction node.</param>
/// <param name="To">Delivery node.</param>
/// <param name="HeadCurve">Curve of head by flow, or null.</param>
/// <param name="Power">Constant power, hp or kW; NaN when left out. A head curve prevails over it.</param>
/// <param name="Speed">Relative speed; NaN when left out (1).</param>
/// <param name="SpeedPattern">Pattern of the speed, or null.</param>
/// <param name="OldCurve">What EPANET 1 files have in place of keywords: a design point (head, flow) or three points (shut-off head; head, flow; head, flow); else null.</param>
/// <param name="Comment">What follows the semicolon, or null.</param>
public sealed record PumpRow(
    string Id,
    string From,
    string To,
    string? HeadCurve = null,
    double Power = double.NaN,
    double Speed = double.NaN,
    string? SpeedPattern = null,
    IReadOnlyList<double>? OldCurve = null,
    string? Comment = null)
{
    /// <inheritdoc/>
    public bool Equals(PumpRow? other) =>
        other is not null && (Id, From, To, HeadCurve, SpeedPattern, Comment) == (other.Id, other.From, other.To, other.HeadCurve, other.SpeedPattern, other.Comment)
        && Power.Equals(other.Power) && Speed.Equals(other.Speed) && (OldCurve ?? []).SequenceEqual(other.OldCurve ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, From, To);
}

/// <summary>A line of [VALVES], in the file's units.</summary>
/// <param name="Id">Id, unique among links, at most 31 bytes.</param>
/// <param name="From">Upstream node.</param>
/// <param name="To">Downstream node.</param>
/// <param name="Diameter">Diameter, in or mm.</param>
/// <param name="Kind">One of the valve kinds.</param>
/// <param name="Setting">Pressure (PRV, PSV, PBV), flow (FCV), loss coefficient (TCV) or percent open (PCV); NaN when left out (0). Not used by a GPV.</param>
/// <param name="MinorLoss">Minor loss coefficient when fully open; NaN when left out (0).</param>
/// <param name="Curve">GPV: curve of head loss by flow. PCV: curve of loss by opening, or null.</param>
/// <param name="Comment">What follows the semicolon, or null.</param>
public readonly record struct ValveRow(
    string Id,
    string From,
    string To,
    double Diameter,
    LinkKind Kind,
    double Setting = double.NaN,
    double MinorLoss = double.NaN,
    string? Curve = null,
    string? Comment = null);

/// <summary>A line of [STATUS]: the status or setting that a link, or every link of a range, has at the start.</summary>
/// <param name="First">Link, or the first of a range.</param>
/// <param name="Last">Last of a range of ids (by number when both are numbers, else by letters), or null.</param>
/// <param name="Status">Open or closed, or null when a setting is given.</param>
/// <param name="Setting">Pump speed or valve setting in the file's units; NaN when a status is given.</param>
/// <param name="Comment">What follows the semicolon, or null.</param>
public readonly record struct StatusRow(string First, string? Last, InitialStatus? Status, double Setting = double.NaN, string? Comment = null);

/// <summary>A line of [LEAKAGE] (EPANET 2.3, FAVAD).</summary>
/// <param name="Pipe">Id of the pipe; lines for pumps and valves have no effect.</param>
/// <param name="Area">Leak area at no pressure, mm² per 100 ft or 100 m of pipe.</param>
/// <param name="Expansion">Growth of the leak area, mm² per m of head and 100 ft or 100 m of pipe.</param>
/// <param name="Comment">What follows the semicolon, or null.</param>
public readonly record struct LeakageRow(string Pipe, double Area, double Expansion, string? Comment = null);
