namespace DigitalTwin.Grains.Buildings;

/// <summary>What lies between two readings of a register.</summary>
internal enum MeterStep
{
    /// <summary>It went on: the difference was used.</summary>
    Forward,

    /// <summary>It passed its last digit and began again at 0.</summary>
    Rollover,

    /// <summary>It fell for another reason: the meter was exchanged or set back, and nobody knows what was used.</summary>
    Exchange,
}

/// <summary>(T6) Consumption between two readings of a cumulative register.</summary>
internal static class MeterReading
{
    /// <summary>Part of the register's span next to its end (before) and its beginning (after) within which a fall is a rollover.</summary>
    private const double NearTheEnd = 0.1;

    /// <summary>Consumption from one reading to the next, in the register's unit; NaN when it cannot be said.</summary>
    /// <param name="before">The earlier reading.</param>
    /// <param name="after">The later reading.</param>
    /// <param name="span">At which the register begins again at 0; NaN when not known.</param>
    public static (MeterStep Step, double Used) Between(double before, double after, double span)
    {
        if (after >= before) return (MeterStep.Forward, after - before);
        if (before > (1 - NearTheEnd) * span && before <= span && after < NearTheEnd * span) return (MeterStep.Rollover, span - before + after);
        return (MeterStep.Exchange, double.NaN);
    }
}
