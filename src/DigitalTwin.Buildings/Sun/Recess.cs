using DigitalTwin.Buildings.Envelope;

namespace DigitalTwin.Buildings.Sun;

/// <summary>An upright window with an overhang and fins: which part of it a direction reaches.</summary>
public sealed class Recess
{
    /// <summary>Rows that the window is cut into; within each, shadows are exact intervals.</summary>
    private const int Rows = 16;

    private readonly double width, height, east, north;
    private readonly WindowSurround around;

    private Recess(double width, double height, double azimuth, WindowSurround around)
    {
        (this.width, this.height, this.around) = (width, height, around);
        (east, north) = Math.SinCos(azimuth * Math.PI / 180);
    }

    /// <summary>Of a window; null where nothing is built around it.</summary>
    /// <exception cref="ArgumentException">The window has something built around it but no height.</exception>
    public static Recess? Of(Window window)
    {
        ArgumentNullException.ThrowIfNull(window);
        var around = window.Surround ?? new WindowSurround { OverhangDepth = window.Overhang };
        if (around.OverhangDepth <= 0 && around.FinDepth <= 0) return null;
        if (!(window.Height > 0)) throw new ArgumentException($"A window with an overhang or fins needs a height; found {window.Height} m.", nameof(window));
        return new(window.Area / window.Height, window.Height, window.Azimuth, around);
    }

    /// <summary>Part of the window that sees a direction (components of length 1), 0 to 1; 0 where it lies behind the wall.</summary>
    public double Sunlit(double toEast, double toNorth, double up)
    {
        // Components off the wall (out), along it to the right as seen from outside (right), and upwards.
        var outwards = (toEast * east) + (toNorth * north);
        var right = (toNorth * east) - (toEast * north);
        if (outwards <= 1e-9) return 0;
        double lit = 0;
        for (var row = 0; row < Rows; row++)
        {
            var y = height * (row + 0.5) / Rows;
            double from = 0, until = width;

            // The overhang is met where it is still within its depth; then it hides an interval of the row.
            var rise = height - y + around.OverhangGap;
            double hiddenFrom = 0, hiddenUntil = 0;
            if (around.OverhangDepth > 0 && up > 1e-9 && outwards * rise / up <= around.OverhangDepth)
            {
                var shift = right * rise / up;
                (hiddenFrom, hiddenUntil) = (Math.Max(0, -around.OverhangLeft - shift), Math.Min(width, width + around.OverhangRight - shift));
            }

            // A fin hides from its side inwards as far as its edge's shadow falls, where it is tall enough.
            if (around.FinDepth > 0 && Math.Abs(right) > 1e-9)
            {
                var reach = (around.FinDepth * Math.Abs(right) / outwards) - around.FinGap;
                reach = Math.Min(reach, TallEnough(y, Math.Abs(right), up));
                if (right < 0) from = Math.Clamp(reach, 0, width);
                else until = width - Math.Clamp(reach, 0, width);
            }
            var overlap = Math.Max(0, Math.Min(until, hiddenUntil) - Math.Max(from, hiddenFrom));
            lit += Math.Max(0, until - from - overlap);
        }
        return lit / (Rows * width);
    }

    /// <summary>Up to which distance from the window's side a ray from height y meets the fin below its top and above its foot.</summary>
    private double TallEnough(double y, double along, double up)
    {
        var room = up > 0 ? height - y + around.FinAbove : y + around.FinBelow;
        return Math.Abs(up) < 1e-9 ? double.PositiveInfinity : (room * along / Math.Abs(up)) - around.FinGap;
    }
}
