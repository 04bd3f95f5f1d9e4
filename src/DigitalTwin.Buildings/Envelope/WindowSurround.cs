namespace DigitalTwin.Buildings.Envelope;

/// <summary>What is built around a window and shades it.</summary>
public sealed record WindowSurround
{
    /// <summary>How far the overhang stands out, m; 0 for none.</summary>
    public double OverhangDepth { get; init; }

    /// <summary>From the window's upper edge up to the overhang, m.</summary>
    public double OverhangGap { get; init; }

    /// <summary>How far the overhang reaches beyond the window to the left, seen from outside, m.</summary>
    public double OverhangLeft { get; init; } = double.PositiveInfinity;

    /// <summary>How far it reaches beyond the window to the right, m.</summary>
    public double OverhangRight { get; init; } = double.PositiveInfinity;

    /// <summary>How far a vertical fin on either side stands out, m; 0 for none.</summary>
    public double FinDepth { get; init; }

    /// <summary>From the window's sides to the fins, m.</summary>
    public double FinGap { get; init; }

    /// <summary>How far the fins reach above the window, m.</summary>
    public double FinAbove { get; init; }

    /// <summary>How far the fins reach below the window, m.</summary>
    public double FinBelow { get; init; }
}
